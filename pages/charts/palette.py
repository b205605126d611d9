"""Every colour of the charts. Told apart by colour-blind readers too (after Okabe and Ito), on light and on dark."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours for one theme."""

    text: str
    muted: str
    grid: str
    surface: str
    general: str
    special: str
    unspecified: str
    loss: str
    sequence: tuple[str, ...]
    on_general: str
    on_special: str
    on_tile: str

    def fund(self, fund: str) -> str:
        return {"general": self.general, "special": self.special}.get(fund, self.unspecified)


LIGHT = Palette(
    text="#0E1621",
    muted="#55606E",
    grid="#DDE3EA",
    surface="#FFFFFF",
    general="#0B5CAD",
    special="#E08A00",
    unspecified="#7A8594",
    loss="#B8420B",
    sequence=("#0B5CAD", "#2873B8", "#00795A", "#2B7F66", "#8A5A9E", "#7A4B8E", "#9C5B00", "#8A6414", "#55606E"),
    on_general="#FFFFFF",
    on_special="#1B2430",
    on_tile="#FFFFFF",
)

DARK = Palette(
    text="#E6EBF1",
    muted="#A9B4C2",
    grid="#344152",
    surface="#10161D",
    general="#6CB2F5",
    special="#F2B24C",
    unspecified="#9AA6B5",
    loss="#F08A5D",
    sequence=("#2A6CB0", "#1F5A99", "#1F7A5E", "#17664E", "#8059A0", "#6C4A8B", "#8F5F12", "#7A510F", "#5C6878"),
    on_general="#0B1220",
    on_special="#0B1220",
    on_tile="#FFFFFF",
)


def of(theme: str | None) -> Palette:
    """The palette of `light` or `dark`; light when the theme is not known yet."""
    return DARK if theme == "dark" else LIGHT
