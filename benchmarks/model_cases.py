"""Every model at the largest plausible setting of its exercise, unit by unit, for ``models.py``."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from model_peers import DRAW, Case, best_practice, group, indebted, judgements, market, network
from scipy.integrate import solve_ivp
from scipy.optimize import minimize_scalar

from kamlab.models import (
    balance,
    benchmark,
    bullwhip,
    careers,
    clv,
    coalition,
    continuity,
    cost_to_serve,
    crossholding,
    evc,
    gainshare,
    holdup,
    joint_lot,
    pooling,
    portfolio,
    procurement,
    repeated_game,
    service,
    spatial,
    supersession,
    supplier_development,
)


def unit_1() -> Iterator[Case]:
    """Keeping customers, the cost to serve them, and the portfolio."""
    yield Case("clv.retention_multiple", "one rate", partial(clv.retention_multiple, 0.9, 0.1))
    yield Case("clv.lifetime_value", "40 years", partial(clv.lifetime_value, 260, 50, 0.9, 0.1, 40))
    chain = clv.recency_transitions([0.5 / step for step in range(1, 9)])
    payoffs = [100.0, *[0.0] * 8]
    yield Case(
        "clv.migration_values", "8 recencies, for ever", partial(clv.migration_values, chain, payoffs, 0.1)
    )
    customer = partial(clv.bg_nbd_expected_purchases, 12, 100, 150, 156, 0.243, 4.414, 0.793, 2.426)
    yield Case("clv.bg_nbd_expected_purchases", "12 orders, 3 years ahead", customer)
    profits = [DRAW.gauss(20, 40) for _ in range(60)]
    yield Case(
        "cost_to_serve.whale_curve", "60 accounts", partial(cost_to_serve.whale_curve, [5000, *profits])
    )
    minutes, volumes = [8, 44, 50, 12, 90, 30], [49_000, 1_400, 2_500, 300, 80, 900]
    department = partial(cost_to_serve.time_driven_assignment, 560_000, 700_000, minutes, volumes)
    yield Case("cost_to_serve.time_driven_assignment", "6 kinds of work", department)
    yield judgements(8)
    rows = [[DRAW.gauss(0, 1) for _ in range(8)] for _ in range(60)]
    outcome = [sum(row) + DRAW.gauss(0, 2) for row in rows]
    split = partial(portfolio.factor_importance, rows, outcome)
    yield Case("portfolio.factor_importance", "60 accounts, 8 factors", split)


def unit_2() -> Iterator[Case]:
    """What a customer is served with."""
    kano = partial(service.kano_coefficients, 7, 32.3, 49.3, 9.5)
    yield Case("service.kano_coefficients", "one feature", kano)
    yield Case("service.chain_reliability", "50 links", partial(service.chain_reliability, [0.99] * 50))
    answers = [[DRAW.randint(1, 7) for _ in range(22)] for _ in range(3)]
    yield Case("service.servqual_gap", "22 questions", partial(service.servqual_gap, *answers))


def unit_3() -> Iterator[Case]:
    """Value and price."""
    drivers = {f"driver {place}": DRAW.uniform(-100, 300) for place in range(20)}
    yield Case("evc.economic_value", "20 drivers", partial(evc.economic_value, 1000, drivers))
    bids = partial(procurement.expected_low_bid, 50, 80, 120)
    yield Case("procurement.expected_low_bid", "50 bidders", bids)
    yield Case(
        "procurement.break_even_volume", "a cut", partial(procurement.break_even_volume, -0.05, 0.3357)
    )
    yield Case("procurement.profit_levers", "a firm", partial(procurement.profit_levers, 100, 70.3, 20.7))


def unit_4() -> Iterator[Case]:
    """Trust, price and power in an outsourcing."""
    yield Case(
        "repeated_game.tit_for_tat_threshold",
        "one game",
        partial(repeated_game.tit_for_tat_threshold, 5, 3, 1, 0),
    )
    yield Case("repeated_game.cournot_threshold", "50 firms", partial(repeated_game.cournot_threshold, 50))
    choices = [[[DRAW.randint(0, 9) for _ in range(8)] for _ in range(8)] for _ in range(2)]
    equilibria = partial(repeated_game.stage_equilibria, *choices)
    yield Case("repeated_game.stage_equilibria", "8 choices each", equilibria)
    agreement = partial(repeated_game.agreement_threshold, [[3, 0], [5, 1]], [[3, 5], [0, 1]], (0, 0))
    yield Case("repeated_game.agreement_threshold", "2 choices each", agreement)
    game = partial(
        repeated_game.play, "generous tit for tat", "win stay lose shift", (5, 3, 1, 0), 1000, 0.05
    )
    yield Case("repeated_game.play", "1,000 rounds with slips", game)
    job = partial(gainshare.incentive_price, 160_000, 150_000, 30_000, 200_000, 0.4)
    yield Case("gainshare.incentive_price", "one job", job)
    point = partial(gainshare.point_of_total_assumption, 2e6, 2.2e6, 2.45e6, 0.8)
    yield Case("gainshare.point_of_total_assumption", "one job", point)
    season = ([500 * size for size in range(50)], [0.02] * 50, 35, 100_000, 125, 20)
    yield Case("gainshare.contract", "50 sizes of demand", partial(gainshare.contract, *season, 80, 55, 0.1))
    yield Case("gainshare.chain_optimum", "50 sizes of demand", partial(gainshare.chain_optimum, *season))
    yield Case("holdup.quasi_rent", "one asset", partial(holdup.quasi_rent, 5500, 1500, 1000))
    choice = partial(holdup.merge_or_contract, 400, 0.5, 20, 500, 50, 30, 0.08, 0.5, 0.02, 1000)
    yield Case("holdup.merge_or_contract", "30 years", choice)
    yield indebted(equity=3, swing=0.8, debt=10, rate=0.05)
    votes = {player: DRAW.randint(1, 20) for player in range(8)}
    yield Case(
        "coalition.shapley_value",
        "8 players, a weighted vote",
        partial(
            coalition.shapley_value,
            list(votes),
            lambda sides: int(2 * sum(map(votes.__getitem__, sides)) > sum(votes.values())),
        ),
    )
    yield Case("coalition.dependence", "one pair", partial(coalition.dependence, 0.5, 0.125))


def unit_5() -> Iterator[Case]:
    """Large accounts and small ones."""
    yield market(sellers=8, buyers=8)
    sizes = [DRAW.uniform(0, 10) for _ in range(40)]
    poles = partial(coalition.polarisation, sizes, [float(place) for place in range(40)], 1.3)
    yield Case("coalition.polarisation", "40 groups", poles)
    firms = ([DRAW.uniform(100, 900) for _ in range(12)], [DRAW.uniform(5, 15) for _ in range(12)])
    yield Case("pooling.pooled_order_cost", "12 firms", partial(pooling.pooled_order_cost, 600, *firms))
    count = partial(continuity.supplier_count_cost, 20, 0.03, 0.05, 400_000, 15_000)
    yield Case("continuity.supplier_count_cost", "20 suppliers", count)
    best = partial(continuity.optimal_supplier_count, 0.001, 0.5, 1e9, 10)
    yield Case("continuity.optimal_supplier_count", "no limit", best)
    shares = [1 / 40] * 40
    yield Case("continuity.equivalent_number", "40 customers", partial(continuity.equivalent_number, shares))


def unit_6() -> Iterator[Case]:
    """Alliances in balance."""
    even = partial(balance.partnership_balance, 0.9, 0.5, 0.2, 0.1)
    yield Case("balance.partnership_balance", "one partnership", even)
    yield Case("bullwhip.variance_ratio", "one firm", partial(bullwhip.variance_ratio, 3, 12, 0.6))
    leads = [1, 2, 3, 2, 1, 4]
    yield Case("bullwhip.chain_ratio", "6 stages", partial(bullwhip.chain_ratio, leads, 12, shared=False))
    exact = partial(bullwhip.chain_ratio_from_orders, leads, 12, 0.6)
    yield Case("bullwhip.chain_ratio_from_orders", "6 stages", exact)
    drawn = partial(bullwhip.simulate_chain, leads, 12, 0.6, periods=200)
    yield Case("bullwhip.simulate_chain", "6 stages, 200 periods", drawn)
    yield group(firms=12)
    shares = [1 / 8] * 8
    stakes = [[DRAW.uniform(0, 0.1) for _ in shares] for _ in range(10)]
    owners = partial(crossholding.mhhi, shares, stakes, stakes)
    yield Case("crossholding.mhhi", "8 firms, 10 owners", owners)
    yield Case("crossholding.double_margin_share", "a stake", partial(crossholding.double_margin_share, 0.5))
    yield from (best_practice(units=20, measures=2, returns=returns) for returns in ("constant", "variable"))
    quotes = ([100 + place for place in range(40)], [1 / 40] * 40)
    yield Case(
        "benchmark.expected_best_quote", "40 prices", partial(benchmark.expected_best_quote, *quotes, 8)
    )
    number = partial(benchmark.best_number_of_quotes, *quotes, 0.01)
    yield Case("benchmark.best_number_of_quotes", "40 prices", number)


def unit_7() -> Iterator[Case]:
    """Small suppliers."""
    terms = (400, 100, 1000, 4, 5, 0.2)

    def theirs() -> None:
        minimize_scalar(
            lambda lot: 400 * 1000 / lot + 2 * lot + 5 * 1000 * np.expm1(0.2 * lot / 1000),
            bounds=(1, 2000),
            method="bounded",
        )

    ours = partial(supplier_development.order_regimes, *terms)
    yield Case("supplier_development.order_regimes", "one supplier", ours, "scipy", theirs)
    costs = partial(supplier_development.regime_costs, 500, *terms)
    yield Case("supplier_development.regime_costs", "one lot", costs)
    later = partial(supplier_development.learning_curve, 5e6, 0.9, 1000)
    yield Case("supplier_development.learning_curve", "unit 1,000", later)
    together = partial(supplier_development.learning_total, 5e6, 0.9, 100_000)
    yield Case("supplier_development.learning_total", "100,000 units", together)


def unit_8() -> Iterator[Case]:
    """Lots, consignment and stock."""
    lot = partial(joint_lot.economic_order_quantity, 1300, 8, 0.225)
    yield Case("joint_lot.economic_order_quantity", "one firm", lot)
    joint = partial(joint_lot.joint_economic_lot, 1000, 3200, 100, 400, 0.2, 20, 25)
    yield Case("joint_lot.joint_economic_lot", "two firms", joint)
    stock = partial(joint_lot.consignment_stock, 1000, 1100, 50_000, 1, 5, 8)
    yield Case("joint_lot.consignment_stock", "about 1,100 shipments", stock)
    demands = [[DRAW.gauss(100, 20) for _ in range(104)] for _ in range(10)]
    yield Case(
        "continuity.safety_stock",
        "10 places, 2 years of weeks",
        partial(continuity.safety_stock, demands, 1.645),
    )
    outages = partial(continuity.disrupted_order_up_to, 0.25, 300, 2000, 0.04, 0.01)
    yield Case("continuity.disrupted_order_up_to", "rare, long outages", outages)


def unit_9() -> Iterator[Case]:
    """Near and far, public and private."""
    yield Case("spatial.salop", "one market", partial(spatial.salop, 4, 0.001, 1))
    yield Case("spatial.hotelling", "two firms", partial(spatial.hotelling, 6, 13, 10))
    yield Case("spatial.mixed_oligopoly", "50 private firms", partial(spatial.mixed_oligopoly, 50, 1))


def unit_10() -> Iterator[Case]:
    """Careers, convergence and supersession."""
    standards = partial(careers.separating_education, 100_000, 20_000, 40_000)
    yield Case("careers.separating_education", "one benefit", standards)
    outcome = partial(careers.signalling_outcome, 4, 100_000, 20_000, 40_000, 0.5)
    yield Case("careers.signalling_outcome", "one standard", outcome)
    yield network(people=40, links=120)
    yield Case(
        "supersession.substitution_share",
        "one year",
        partial(supersession.substitution_share, 0.1, 2030, 2035),
    )
    p, q, buyers = 0.0104, 0.4186, 16_895
    solved = partial(
        solve_ivp,
        lambda _time, sold: (p + q * sold / buyers) * (buyers - sold),
        (0, 20),
        [0],
        t_eval=np.linspace(0, 20, 101),
        rtol=1e-8,
    )
    yield Case(
        "supersession.bass", "101 points", partial(supersession.bass, p, q, buyers, 20), "scipy", solved
    )


CASES = (unit_1, unit_2, unit_3, unit_4, unit_5, unit_6, unit_7, unit_8, unit_9, unit_10)
