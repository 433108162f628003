"""Invented names: firms, products, people, activities. The same in every variant."""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "ACCOUNTS",
    "ACTIVITIES",
    "CHANNELS",
    "COMPANY",
    "CONTACT_ROLES",
    "FAMILIES",
    "FIRST_NAMES",
    "LARGEST",
    "LAST_NAMES",
    "PRODUCTS",
    "RETURN_REASONS",
    "SEGMENTS",
    "SIZE_SLOTS",
    "STRATEGIC_FAMILY",
    "Activity",
    "Product",
]

COMPANY = "Meridian Components"
LARGEST = "Nordlys Appliances"
SEGMENTS = {"A": "Appliances", "M": "Machinery", "P": "Pumps and fans", "W": "Workshops"}

# Segment of each size rank, largest first: appliance makers tend to be large, workshops small.
SIZE_SLOTS = "AMAPMAMPAMPAMPAMPMAPMPMWPMWAMPWMPWMPWPWMWAPWMWPWWPWWMWPWAWWW"

# Firms by segment; the first appliance maker is the largest account in every variant.
ACCOUNTS: dict[str, tuple[tuple[str, str], ...]] = {
    "A": (
        (LARGEST, "Norway"),
        ("Brightwater Laundry", "Ireland"),
        ("Casa Lumen", "Italy"),
        ("Feldmark Kitchens", "Germany"),
        ("Homestead Cooling", "Netherlands"),
        ("Ostrava Whiteware", "Czechia"),
        ("Petit Ménage", "France"),
        ("Solana Home", "Spain"),
        ("Tramontane Air", "France"),
        ("Vistula Dishcare", "Poland"),
    ),
    "M": (
        ("Alderbrook Packaging", "United Kingdom"),
        ("Bergtal Machine Tools", "Germany"),
        ("Corvina Textiles Machinery", "Italy"),
        ("Delta Conveying", "Netherlands"),
        ("Estrela Labelling", "Portugal"),
        ("Fjordline Process", "Norway"),
        ("Gantry & Hoist", "United Kingdom"),
        ("Hartwald Presses", "Germany"),
        ("Iverna Robotics", "Austria"),
        ("Jurassien Précision", "Switzerland"),
        ("Kestrel Woodworking", "Denmark"),
        ("Lindqvist Filling", "Sweden"),
        ("Moravia Looms", "Czechia"),
        ("Norrland Sawmills", "Sweden"),
        ("Oak Ridge Bottling", "Ireland"),
        ("Pannonia Print", "Hungary"),
    ),
    "P": (
        ("Aquaval Pumps", "Spain"),
        ("Boreas Ventilation", "Finland"),
        ("Clearspring Water", "United Kingdom"),
        ("Dunav Irrigation", "Romania"),
        ("Eastmoor Heating", "United Kingdom"),
        ("Fontana Idraulica", "Italy"),
        ("Gulfstream Compressors", "Denmark"),
        ("Hydro Baltica", "Lithuania"),
        ("Isar Klima", "Germany"),
        ("Karst Drainage", "Slovenia"),
        ("Loire Ventilateurs", "France"),
        ("Meltwater Systems", "Switzerland"),
        ("North Quay Marine", "United Kingdom"),
        ("Polder Pumping", "Netherlands"),
        ("Skagen Fans", "Denmark"),
        ("Tatra Thermal", "Slovakia"),
    ),
    "W": (
        ("Abel & Sons Repairs", "Belgium"),
        ("Blue Anvil Service", "Ireland"),
        ("Castello Motori", "Italy"),
        ("Drehwerk Nord", "Germany"),
        ("Elmgrove Electric", "United Kingdom"),
        ("Fixit Oulu", "Finland"),
        ("Garonne Bobinage", "France"),
        ("Harbour Rewinds", "United Kingdom"),
        ("Iberica Taller", "Spain"),
        ("Jura Moteurs", "France"),
        ("Krakow Drive Service", "Poland"),
        ("Limburg Lifts", "Belgium"),
        ("Mill Lane Engineering", "United Kingdom"),
        ("Noord Techniek", "Netherlands"),
        ("Porto Oficina", "Portugal"),
        ("Quarry Hill Motors", "Ireland"),
        ("Rhein Antriebe", "Germany"),
        ("Småland Verkstad", "Sweden"),
    ),
}


class Product(NamedTuple):
    """A product: family, name, first list price (EUR a piece), unit cost (share of that price)."""

    family: str
    name: str
    price: int
    cost_share: float


STRATEGIC_FAMILY = "Integrated drives"
FAMILIES = ("Accessories", "Compact drives", "Standard drives", STRATEGIC_FAMILY)
PRODUCTS = (
    Product(FAMILIES[0], "Mounting kit", 42, 0.50),
    Product(FAMILIES[0], "Keypad", 68, 0.49),
    Product(FAMILIES[0], "Line filter", 95, 0.52),
    Product(FAMILIES[1], "Compact drive 0.4 kW", 128, 0.55),
    Product(FAMILIES[1], "Compact drive 0.75 kW", 164, 0.55),
    Product(FAMILIES[1], "Compact drive 1.5 kW", 219, 0.54),
    Product(FAMILIES[2], "Standard drive 4 kW", 385, 0.56),
    Product(FAMILIES[2], "Standard drive 7.5 kW", 540, 0.55),
    Product(FAMILIES[2], "Standard drive 15 kW", 890, 0.55),
    Product(FAMILIES[3], "Motor with drive 0.75 kW", 310, 0.51),
    Product(FAMILIES[3], "Motor with drive 2.2 kW", 465, 0.51),
    Product(FAMILIES[3], "Motor with drive 5.5 kW", 820, 0.50),
)


class Activity(NamedTuple):
    """A service activity: its usual minutes each time; how often others and drains ask for it (weights)."""

    name: str
    minutes: int
    weight: int
    drain_weight: int


ORDER_DESK = "Order desk"
RETURN_DESK = "Returns desk"
ACTIVITIES = (
    Activity("Technical hotline", 30, 30, 20),
    Activity("Quotation", 60, 25, 25),
    Activity("Expedited delivery", 50, 10, 30),
    Activity("Complaint", 120, 6, 18),
    Activity("Field visit", 240, 18, 14),
    Activity("Training on site", 360, 8, 4),
    Activity("Special engineering", 480, 6, 14),
)
RETURN_REASONS = ("wrong item ordered", "damaged in transit", "defect", "surplus stock")
CONTACT_ROLES = (
    "Purchasing",
    "Engineering",
    "Production",
    "Quality",
    "Logistics",
    "Maintenance",
    "Finance",
    "Marketing",
    "General management",
    "Reception",
)
CHANNELS = ("visit", "call", "e-mail", "video meeting", "trade fair")
FIRST_NAMES = (
    "Ada", "Anders", "Bianca", "Bruno", "Chiara", "Clara", "Daniel", "Dora", "Elif", "Emil",
    "Fatima", "Felix", "Greta", "Hugo", "Ines", "Ivan", "Jana", "Jonas", "Katja", "Lars", "Lucia",
    "Marek", "Marie", "Mateo", "Nadia", "Niklas", "Olga", "Oskar", "Paula", "Pavel", "Rosa",
    "Ruben", "Sofia", "Stefan", "Tess", "Tomas", "Ursula", "Victor", "Wanda", "Yusuf",
)  # fmt: skip
LAST_NAMES = (
    "Albrecht", "Andersen", "Baros", "Bianchi", "Carvalho", "Claes", "Dahl", "Dumont", "Egger", "Eriksen",
    "Farkas", "Ferro", "Garnier", "Glover", "Haas", "Holm", "Ilves", "Jansen", "Jovic", "Keller", "Kowal",
    "Lange", "Lopez", "Marsh", "Moreau", "Novak", "Nunes", "Oberg", "Okafor", "Palmer", "Petrov", "Quist",
    "Reyes", "Rossi", "Sand", "Silva", "Thorne", "Urban", "Vogel", "Winter",
)  # fmt: skip
