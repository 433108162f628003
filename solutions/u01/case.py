# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Sixty accounts, few key accounts
#
# You are the new key account manager of **Meridian Components**, which makes motor drives. Sixty business accounts buy from you. The largest is **Nordlys Appliances**. Your managing director has read that key account management pays, and asks you one question before the board meets: *which of our accounts should become key accounts, and which should we decline or serve differently?*
#
# Every trainee has her own ledger. The firms are the same for all, the figures are not: your figures are right for you alone.
#
# **How to work.** Choose *Run*, then *Run All Cells*, from the menu. Tables and forms appear below. Each answer is saved while you type, in the file `answers.json` beside this notebook; you can stop and come back. With a keyboard, press *Tab* to move from field to field. When all questions are answered, choose *Run All Cells* again, look at the checks near the end, and hand in this notebook together with `answers.json`.
#
# The cells of the analyst's track ask for a few lines of pandas. If you are not on that track, leave them as they are.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "set-up", "locked": true, "schema_version": 3, "solution": false, "task": false}
from kamlab import data
from kamlab.answers import checks, form
from kamlab.answers.session import Case
from kamlab.course.cases import u01

case = Case(lang="en")

# %% [markdown]
# ## Who you are
#
# Type the trainee id under which you are enrolled, and the case code that your trainer gave you. The tables below then show your own ledger.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "identity", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.identity(case)

# %% [markdown]
# ## 1 · Who earns the profit?
#
# The controller has done what few suppliers do. She has taken from each account's revenue not only the goods but also what it costs to serve the account: visits, small orders, returns, urgent deliveries. Table 1 lists the accounts from the most to the least profitable, over the three years 2023 to 2025. The last column adds up the profit from the top.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "table-profit", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.show(case, u01.profit_table)

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "form-profit", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.questions(case, "top-fifth-share", "loss-makers", "costliest-account")

# %% [markdown]
# ## 2 · What is a customer worth who stays?
#
# Key account management is there to retain customers. What that is worth depends on how many stay anyway. Table 2 counts, for each segment, the accounts that ordered in a year and those among them that ordered again in the next.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "table-retention", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.show(case, u01.retention_table)

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "form-retention", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.questions(case, "pumps-retention", "lifetime-multiple", "five-points-worth")

# %% [markdown]
# Five accounts earn Meridian much the same each year. Are they worth the same?

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "table-five", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.show(case, u01.five_table)

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "form-ranking", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.questions(case, "lifetime-ranking")

# %% [markdown]
# ## 3 · Whom to choose, and whom to decline
#
# A large account is not yet a key account. The board has agreed on a rule. *Attractiveness* says what the account promises us; *strength* says how well we stand with it against our rivals, in its own eyes. Only an account that is high in both becomes a key account. Table 4 rates your twelve largest accounts from 0 to 10. The weights that the board has set stand in the head of each column.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "table-scores", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.show(case, u01.score_table)

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "form-choice", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.questions(case, "key-accounts", "low-cost-gain", "accounts-to-decline")

# %% [markdown]
# ## 4 · What it means for both sides
#
# Every decision that saves one side money may cost the other side some, and the customer decides whether to stay. Four questions ask for your judgement.

# %% jupyter={"source_hidden": true} nbgrader={"grade": false, "grade_id": "form-judgement", "locked": true, "schema_version": 3, "solution": false, "task": false}
form.questions(case, "both-sides", "capability-or-factor", "what-decides", "large-loss")

# %% [markdown]
# ## 5 · Check your answers
#
# Each line below says whether an answer is saved and can be read, in the form and unit that the question asks for. It does not say whether it is right. Choose *Run*, then *Run All Cells*, to bring the lines up to date.

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "top-fifth-share", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "top-fifth-share")
### BEGIN HIDDEN TESTS
# kamlab: truth
truth.mark("top-fifth-share", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "loss-makers", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "loss-makers")
### BEGIN HIDDEN TESTS
truth.mark("loss-makers", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "costliest-account", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "costliest-account")
### BEGIN HIDDEN TESTS
truth.mark("costliest-account", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "pumps-retention", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "pumps-retention")
### BEGIN HIDDEN TESTS
truth.mark("pumps-retention", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "lifetime-multiple", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "lifetime-multiple")
### BEGIN HIDDEN TESTS
truth.mark("lifetime-multiple", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "five-points-worth", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "five-points-worth")
### BEGIN HIDDEN TESTS
truth.mark("five-points-worth", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "lifetime-ranking", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "lifetime-ranking")
### BEGIN HIDDEN TESTS
truth.mark("lifetime-ranking", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "key-accounts", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "key-accounts")
### BEGIN HIDDEN TESTS
truth.mark("key-accounts", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "low-cost-gain", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "low-cost-gain")
### BEGIN HIDDEN TESTS
truth.mark("low-cost-gain", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "accounts-to-decline", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "accounts-to-decline")
### BEGIN HIDDEN TESTS
truth.mark("accounts-to-decline", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "both-sides", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "both-sides")
### BEGIN HIDDEN TESTS
truth.mark("both-sides", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "capability-or-factor", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "capability-or-factor")
### BEGIN HIDDEN TESTS
truth.mark("capability-or-factor", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "what-decides", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "what-decides")
### BEGIN HIDDEN TESTS
truth.mark("what-decides", case)
### END HIDDEN TESTS

# %% jupyter={"source_hidden": true} nbgrader={"grade": true, "grade_id": "large-loss", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
checks.answered(case, "large-loss")
### BEGIN HIDDEN TESTS
truth.mark("large-loss", case)
### END HIDDEN TESTS

# %% [markdown]
# ## 6 · The analyst's track
#
# Not on this track? Leave the next cells as they are and go on to part 7.
#
# `tables` holds the ledger as pandas frames (see the page *The ledger* in the book). `rate` is the cost of a minute of service work, in EUR. Rebuild the controller's figures yourself.
#
# **First:** the profit of each account over the three years, in EUR, as a Series called `profit_by_account` with the account ids as its index. Profit is revenue at net prices, less credits for returns, less the cost of the goods delivered, less service minutes times the rate.

# %% nbgrader={"grade": false, "grade_id": "frames", "locked": true, "schema_version": 3, "solution": false, "task": false}
tables = data.frames(case.ledger)
rate = data.rate_per_minute(case.ledger)
data.column_names(case.ledger)

# %% nbgrader={"grade": false, "grade_id": "profit-by-account", "locked": false, "schema_version": 3, "solution": true, "task": false}
profit_by_account = None  # replace None
### BEGIN SOLUTION
orders = tables["orders"]
gross = orders["quantity"] * (orders["net_price"] - orders["unit_cost"])
profit_by_account = (
    gross.groupby(orders["account_id"])
    .sum()
    .sub(tables["returns"].groupby("account_id")["credit"].sum(), fill_value=0)
    .sub(tables["services"].groupby("account_id")["minutes"].sum() * rate, fill_value=0)
)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "profit-by-account-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
checks.figures(case.t, globals().get("profit_by_account"), "profit", u01.account_ids(case.ledger))
### BEGIN HIDDEN TESTS
# kamlab: truth
truth.mark_table("profit-by-account-test", globals().get("profit_by_account"), case)
### END HIDDEN TESTS

# %% [markdown]
# **Second:** the yearly retention rate of each segment, as a share from 0 to 1, in a Series called `repeat_rate` with the segments as its index. Count each account once for 2023 and once for 2024 when it ordered in that year; it is retained when it ordered again in the next.

# %% nbgrader={"grade": false, "grade_id": "repeat-rate", "locked": false, "schema_version": 3, "solution": true, "task": false}
repeat_rate = None  # replace None
### BEGIN SOLUTION
ordered = tables["orders"].assign(year=tables["orders"]["date"].dt.year)
by_year = ordered.groupby(["account_id", "year"]).size().unstack(fill_value=0).gt(0)
segment = tables["accounts"].set_index("account_id")["segment"]
at_risk = by_year[2023].astype(int) + by_year[2024].astype(int)
stayed = (by_year[2023] & by_year[2024]).astype(int) + (by_year[2024] & by_year[2025]).astype(int)
repeat_rate = stayed.groupby(segment).sum() / at_risk.groupby(segment).sum()
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "repeat-rate-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
checks.figures(case.t, globals().get("repeat_rate"), "rate", u01.SEGMENTS)
### BEGIN HIDDEN TESTS
# kamlab: truth
truth.mark_table("repeat-rate-test", globals().get("repeat_rate"), case)
### END HIDDEN TESTS

# %% [markdown]
# ## 7 · Your advice to the managing director
#
# Write 250 to 400 words. Say which accounts become key accounts and why these; which you decline or serve differently, and how you tell them; what each of the two decisions means for Meridian and for the account; and what would change your mind. Use your own figures. A trainer marks this part, out of 10 points:
#
# | points | level |
# |---|---|
# | 9–10 | **Convincing.** A clear choice by the rule, with the reader's own figures. Declining is treated as carefully as choosing. Gains and losses of both sides are weighed, the customer's reaction is thought of, and a sign is named that would change the advice. |
# | 7–8 | **Sound.** A clear choice with figures, and both groups of accounts are dealt with. One side's view is thin, or what would change the advice is missing. |
# | 4–6 | **Partial.** A choice is made, but by size or sympathy rather than by attractiveness, strength and cost to serve; or the figures are few; or only Meridian's side is seen. |
# | 0–3 | **Weak.** No clear choice, no figures of the reader's own, or a summary of the chapter in place of advice. |

# %% [markdown] nbgrader={"grade": true, "grade_id": "advice", "locked": false, "points": 10, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **To the managing director: choose few, and say no fairly**
#
# The twelve most profitable accounts earn more than our whole profit; the loss makers hand the surplus back. So the question is less whom to love than where to spend our service minutes.
#
# I advise to make key accounts of those among the twelve largest that reach 5.00 in attractiveness and in strength, and of no other. Size alone is no reason: one of our largest buyers loses money, because it orders often, in small lots, at a deep discount. I would open the costs of both sides to that buyer, propose fewer and larger orders or paid service, and decide in six months.
#
# Every other loss maker moves to inside sales and the web shop. That halves its cost to serve. For us it frees visits for the key accounts. For the account it means choosing its drives itself, with some risk of a wrong part, but ordering at any hour and at a price that it sees. Five accounts would still lose most for each euro that they buy. I would tell each in person that we can go on only for a fee, name the distributor that suits it better, and keep our delivery promises to the end.
#
# The key accounts get named teams and the freed minutes. Retention is where this pays: five points more in the pumps segment are worth far more per customer than a year of haggling over discounts. For the buyer, staying pays only if we keep improving its process, so I would measure that too.
#
# I would change my mind if a declined account turned out to be growing into a better segment, or if a key account's share of wallet fell for two quarters: customers decide our future, and theirs is the only vote that counts.
# ### END SOLUTION
