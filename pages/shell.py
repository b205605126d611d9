"""Page list, language, programme and edition pickers; the script that Streamlit runs."""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from pages.components import filters, language, messages, pickers, scripts
from pages.components.language import _

ASSETS = Path(__file__).parent / "assets"

st.set_page_config(
    page_title="Кошторис",
    page_icon=str(ASSETS / "icon.png"),
    layout="wide",
    initial_sidebar_state=340,
    # With an entry of our own the menu is shown, and in it the choice of a light or a dark theme.
    menu_items={
        "About": _("Koshtorys reads council documents on informatization and shows every figure with its cell.")
    },
)
filters.page_opened(urlsplit(st.context.url or "").path)
with st.sidebar:
    pickers.pick_language()
st.logo(str(ASSETS / "logo.svg"), icon_image=str(ASSETS / "icon.png"), size="large")
scripts.run(scripts.LANGUAGE[language.current()])

page = st.navigation(
    [
        st.Page("overview.py", title=_("Overview"), url_path="overview", icon=":material/home:", default=True),
        st.Page("spending.py", title=_("Spending"), url_path="spending", icon=":material/account_balance_wallet:"),
        st.Page("unit_prices.py", title=_("Prices"), url_path="unit-prices", icon=":material/sell:"),
        st.Page("amendments.py", title=_("Plan and changes"), url_path="amendments", icon=":material/difference:"),
        st.Page("execution.py", title=_("Execution"), url_path="execution", icon=":material/payments:"),
        st.Page("indicators.py", title=_("Indicators"), url_path="indicators", icon=":material/track_changes:"),
        st.Page("population.py", title=_("Population"), url_path="population", icon=":material/groups:"),
        st.Page("compare.py", title=_("Comparison"), url_path="compare", icon=":material/compare_arrows:"),
        st.Page("checks.py", title=_("Checks"), url_path="checks", icon=":material/fact_check:"),
        st.Page("documents.py", title=_("Documents"), url_path="documents", icon=":material/description:"),
        st.Page("reporting_calendar.py", title=_("Calendar"), url_path="calendar", icon=":material/event:"),
        st.Page("glossary.py", title=_("Glossary"), url_path="glossary", icon=":material/dictionary:"),
    ]
)
# A tab is told from another by its page.
st.set_page_config(page_title=f"{page.title} · Кошторис")
with messages.kept_from_reader():
    with st.sidebar:
        pickers.pick_plan()
    # Indicators stand in programmes without a plan, too: that page tells of the address itself.
    if page.url_path != "indicators":
        pickers.tell()
    ignored = st.container()
    try:
        page.run()
    finally:
        # Only now have all filters been drawn.
        with ignored:
            messages.passed_over(filters.passed_over("programme"))
