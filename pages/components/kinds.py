"""What the kinds of things bought are called; a kind without words here by its name in the program."""

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
