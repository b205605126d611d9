"""What the kinds of things bought are called; a kind without words here by its name in the program."""

from typing import Any

import pandas as pd

from pages.components.language import _


def name(kind: str | None) -> str:
    """A kind of `data/reference/classification.yml`; None where no rule knows the line."""
    if kind is None:
        return _("not known")
    return {
        "pc": _("Personal computers"),
        "laptop": _("Laptops"),
        "system_unit": _("System units"),
        "tablet": _("Tablets"),
        "monitor": _("Monitors"),
        "mfp": _("Multifunction devices"),
        "printer": _("Printers"),
        "copier": _("Copiers"),
        "ups": _("Uninterruptible power supplies"),
        "camera": _("Cameras"),
        "component": _("Parts of computers"),
        "server": _("Servers"),
        "network_device": _("Network devices"),
        "network": _("Cable networks"),
        "presentation": _("Presentation equipment"),
        "workplace": _("Workplaces"),
        "video_surveillance": _("Video surveillance"),
        "licence": _("Licences"),
        "document_management": _("Electronic document management"),
        "accounting_system": _("Accounting systems"),
        "service_development": _("Development of services"),
        "software_support": _("Support of software"),
        "website": _("Websites"),
        "maintenance": _("Maintenance and repair"),
        "telephony": _("Telephony"),
        "internet": _("Internet access"),
        "antivirus": _("Antivirus"),
        "information_protection": _("Information protection"),
        "training": _("Training"),
        "event": _("Events"),
        "organisation": _("Management of the programme"),
    }.get(kind, kind)


def category(value: str) -> str:
    """What a kind of thing is."""
    return {
        "hardware": _("Hardware"),
        "software": _("Software"),
        "services": _("Services"),
        "protection": _("Protection"),
        "people": _("People and training"),
    }.get(value, value)


def kind_rule(row: Any) -> str:
    """What told the kind of a line: the rule and what it looks for. `row` with columns of `classified_line`."""
    if pd.notna(row.kind_pattern):
        return f"{row.kind_rule_name}: {row.kind_pattern}"
    return _("a reviewed correction") if pd.notna(row.kind_rule) else ""


def task_rule(row: Any) -> str:
    """What told the national task of a line: a rule of its own, or the kind. `row` as for `kind_rule`."""
    if pd.notna(row.task_rule):
        return row.task_rule
    return _("from the kind of thing") if pd.notna(row.task_text) else ""
