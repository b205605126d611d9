"""How many people there will be, how sure that is, and how many people a share means.

`series` reads the printed tables; `methods` draws a trend through their observed years; `interval`, `goodness` and
`backtest` say how far it can be trusted; `projection` lays it beside what is printed; `shares` turns shares into people
and back.
"""
