"""Which targets are met, missed or unreported."""

from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import indicators
from analytics.indicators import EnteredValue
from data.contracts import Correction, IndicatorClass, IndicatorKind, IndicatorValue, Polarity
from tests.analytics.handmade import HandMade

E_CITY = "zhytomyr-e-city-2021-2026"
OBLAST = "zhytomyr-oblast-digital-2022-2024"


def figure(status: str, **changed: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"group": "output", "unit": "од.", "attainment": None, "fiscal_year": 2022}
    fields |= {"target": None, "target_text": None, "actual": None, "actual_text": None, "expected_source": None}
    return fields | {"status": status} | changed


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), dtype=object)


def entered(indicator: str, year: int | None, value: str) -> EnteredValue:
    return EnteredValue(indicator, year, None, Decimal(value), None, date(2023, 1, 9), "журнал", "запис 1")


def test_programmes_without_amounts_are_among_them(real: duckdb.DuckDBPyConnection) -> None:
    """«е-місто» prints no amounts by line and has indicators all the same."""
    assert [programme.programme_id for programme in indicators.programmes(real)] == [
        E_CITY,
        OBLAST,
        "kropyvnytskyi-e-government-2019-2021",
    ]


def test_documents(real: duckdb.DuckDBPyConnection) -> None:
    """The passport of 2022 and the programme that names three headlines."""
    assert set(indicators.documents(real, E_CITY)["document_id"]) == {
        "zhytomyr-passport-0217530-2022",
        "zhytomyr-e-city",
    }


def test_counts_of_the_passport(real: duckdb.DuckDBPyConnection) -> None:
    """17 + 16 + 17 + 17 indicators of 2022 without data; three headlines without a target."""
    found = indicators.counts(indicators.attainment(real, E_CITY), "fiscal_year")
    assert found.to_numpy().tolist() == [[2022, "no_data", 67], [None, "no_target", 3]]


def test_entered_values_count(real: duckdb.DuckDBPyConnection) -> None:
    """2 of 4 networks in 2022 is half; 6 of 4 in 2023 is all; together 8 of 8."""
    networks = "zhytomyr-oblast-digital/159"
    values = [entered(networks, 2022, "2"), entered(networks, 2023, "6")]
    found = indicators.attainment(real, OBLAST, values)
    own = found[found["indicator_id"] == networks]
    assert list(own["status"]) == ["partly", "met", "no_data"]
    assert list(own["attainment"]) == [0.5, 1.5, None]
    assert list(own["cumulative_share"]) == [0.5, 1.0, None]
    assert list(own["baseline"]) == [1, 1, 1]


def test_a_mean_stands_beside_its_counts_and_leaves_money_out() -> None:
    """(0.5 + 1) / 2 = 0.75 of two out of four rated: one is money, of one no share can be computed; 1.5 counts as 1."""
    found = indicators.mean(
        frame(
            figure("partly", attainment=0.5),
            figure("met", attainment=1.5),
            figure("met", attainment=1.25, unit="тис. грн."),
            figure("met", attainment=None),
            figure("no_data"),
        )
    )
    assert found == indicators.Mean(0.75, 2, 4)
    assert indicators.mean(frame(figure("no_data"))) is None


def test_more_than_a_target_hides_no_miss() -> None:
    """2.5 of 4, 0 of 4 and 7 of 3: (0.625 + 0 + 1) / 3 is 54.2 %, where 98.6 % would say that all is well."""
    figures = [figure(status, attainment=share) for status, share in (("partly", 0.625), ("missed", 0), ("met", 7 / 3))]
    found = indicators.mean(frame(*figures))
    assert found is not None
    assert (found.value, found.counted) == (pytest.approx(0.541667, abs=1e-6), 3)


def test_gaps_by_year_and_source() -> None:
    """Of two with a source one is reported; the words of the third are a report; one without a target is no gap."""
    found = indicators.gaps(
        frame(
            figure("no_data", target=Decimal(4), expected_source="сайт"),
            figure("met", target=Decimal(4), actual=Decimal(4), expected_source="сайт"),
            figure("not_a_number", target_text="усі", actual_text="усі", expected_source="журнал"),
            figure("no_target", fiscal_year=None),
        )
    )
    assert found.to_numpy().tolist() == [[2022, "сайт", 1, 2]]


@pytest.mark.parametrize("programme", ["nobody", ""])
def test_an_unknown_programme_has_no_indicators(real: duckdb.DuckDBPyConnection, programme: str) -> None:
    """An empty frame with its columns, which everything else can be asked of."""
    found = indicators.attainment(real, programme)
    assert found.empty
    assert indicators.counts(found, "group").empty
    assert indicators.gaps(found).empty
    assert indicators.mean(found) is None


def test_a_correction_tells_why(made: HandMade) -> None:
    """The reason of a confirmed correction of `polarity` stands in place of the rule's."""
    made.act("a", "2020-01-01")
    common: dict[str, Any] = {"document_id": "a", "row_no": 3}
    made.add(
        IndicatorValue(
            **common,
            locator="рядок 3, графа 3",
            printed="5",
            name="Скарги",
            kind=IndicatorKind.TARGET,
            value=Decimal(5),
        )
    )
    made.add(
        IndicatorClass(
            **common, locator="рядок 3", printed="Скарги", polarity=Polarity.LOWER, polarity_reason_uk="за правилом"
        )
    )
    made.add(
        Correction(
            document_id="a",
            locator="рядок 3",
            field="polarity",
            expected="higher",
            corrected="lower",
            reason="скарг має меншати",
            status="confirmed",
        )
    )
    with made.connect() as opened:
        (row,) = indicators.attainment(opened, "programme").itertuples()
    assert (row.polarity, row.polarity_reason_uk, row.polarity_corrected) == ("lower", "скарг має меншати", True)
