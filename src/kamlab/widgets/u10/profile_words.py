"""The ten statements, their short names, what to do about each, and the five levels."""

from kamlab.i18n import N_

SHORT = {
    "profit": N_("Profit by account"),
    "need": N_("Real needs"),
    "price": N_("Price by value"),
    "welcome": N_("Welcome"),
    "contacts": N_("Contacts"),
    "suppliers": N_("Supplier map"),
    "total": N_("Total cost"),
    "develop": N_("Supplier development"),
    "flow": N_("Flow of supply"),
    "share": N_("Sharing a gain"),
}
SAID = {
    "profit": N_("I can say what one customer leaves after the cost of serving it."),
    "need": N_("I can name what a customer's three largest losses cost in a year."),
    "price": N_("I can set a price from what our offer is worth against the next best."),
    "welcome": N_("I can prepare everybody, from manager to cleaner, whom a guest will meet."),
    "contacts": N_("I can draw who talks to whom in both firms, and mend the gaps."),
    "suppliers": N_("I can tell which suppliers to tender, to tie, and to let go."),
    "total": N_("I can compare two offers by all that they cost us, not by their price."),
    "develop": N_("I can plan a small supplier's improvement and say when to stop."),
    "flow": N_("I can find where stock and orders swing in a chain, and calm them."),
    "share": N_("I can propose a split of a joint gain that neither side would refuse."),
}
STEPS = {
    "profit": N_("Work out the profit of one account from the books (unit 1)."),
    "need": N_("Spend a day beside a customer's line, and put a figure on one loss (unit 2)."),
    "price": N_("Recompute one offer against the next best alternative (units 2 and 3)."),
    "welcome": N_("Brief the three people whom the next guest will meet first (unit 2)."),
    "contacts": N_("Draw the contacts with one partner, and connect two counterparts (unit 10)."),
    "suppliers": N_("Sort ten purchased parts on the map with a buyer (unit 7)."),
    "total": N_("Take one purchase and add what it cost after the price (units 5 and 8)."),
    "develop": N_("Visit one small supplier and measure a set-up together (unit 7)."),
    "flow": N_("Lay a customer's orders beside its customers' orders (units 6 and 8)."),
    "share": N_("Write down a split for one joint saving, seen from both sides (units 4 and 8)."),
}
LEVELS = (
    N_("not rated yet"),
    N_("1: new to me"),
    N_("2: I know what it is"),
    N_("3: I have done it with help"),
    N_("4: I do it alone"),
    N_("5: I have taught it to others"),
)
