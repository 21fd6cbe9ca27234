"""What src/analysis answers in one call, by numpy and by pandas: medians in ms as JSON, with figures to compare.

usage: core.py FILE CLIENTS PERIODS RUNS; FILE holds clients x periods doubles, row by row.
"""
import json
import sys
import time

import numpy as np


def cuts(share):
    status = np.zeros(len(share), dtype=np.int8)
    for rung, held in enumerate((share >= 0.1 - 1e-12, share > 0.2 + 1e-12, share >= 0.5 - 1e-12), 1):
        status[held] = rung
    return status


def by_numpy(history):
    clients = len(history)
    totals = history.sum(axis=1)
    whole = totals.sum()
    share = totals / whole
    status = cuts(share)
    order = np.argsort(-totals, kind="stable")
    descending = totals[order]
    positive = np.where(descending > 0, descending, 0)
    pool = positive.sum()
    before = (np.cumsum(positive) - positive) / pool
    new = np.ones(clients, dtype=bool)
    new[1:] = descending[1:] != descending[:-1]
    before = before[np.maximum.accumulate(np.where(new, np.arange(clients), 0))]
    classes = np.where(before < 0.8 - 1e-12, 0, np.where(before < 0.95 - 1e-12, 1, 2))
    classes[descending <= 0] = 2
    abc = np.empty(clients, dtype=np.int8)
    abc[order] = classes
    counted = np.maximum.accumulate(history != 0, axis=1)
    periods = counted.sum(axis=1)
    mean = totals / np.maximum(periods, 1)
    distance = np.where(counted, history - mean[:, None], 0)
    variation = np.sqrt((distance * distance).sum(axis=1) / np.maximum(periods, 1)) / mean
    xyz = np.where((periods < 3) | (mean <= 0), 3, np.where(variation <= 0.1, 0, np.where(variation <= 0.25, 1, 2)))
    part = positive / pool
    hhi = 10_000 * (part * part).sum()
    ascending = descending[descending > 0][::-1]
    n = len(ascending)
    gini = (2 * np.arange(1, n + 1) - n - 1) @ ascending / (n * pool)
    largest = [part[:count].sum() for count in (1, 3, 5, -(-n // 5))]
    return totals, share, status, abc, xyz.astype(np.int8), variation, hhi, gini, largest, order, np.cumsum(share[order])


def by_pandas(frame):
    import pandas as pd

    totals = frame.sum(axis=1)
    share = totals / totals.sum()
    status = cuts(share.to_numpy())
    descending = totals.sort_values(ascending=False, kind="stable")
    positive = descending.clip(lower=0)
    pool = positive.sum()
    before = ((positive.cumsum() - positive) / pool).groupby(descending).transform("min")
    classes = pd.cut(before, [-1, 0.8 - 1e-12, 0.95 - 1e-12, 2], right=False, labels=["A", "B", "C"])
    classes = classes.mask(descending <= 0, "C").reindex(totals.index)
    begun = frame.ne(0).cummax(axis=1)
    counted = frame.where(begun)
    variation = counted.std(axis=1, ddof=0) / counted.mean(axis=1)
    xyz = pd.cut(variation, [-1, 0.1, 0.25, np.inf], labels=["X", "Y", "Z"])
    part = positive / pool
    hhi = 10_000 * (part**2).sum()
    ascending = descending[descending > 0].iloc[::-1].to_numpy()
    n = len(ascending)
    gini = (2 * np.arange(1, n + 1) - n - 1) @ ascending / (n * pool)
    largest = [part.iloc[:count].sum() for count in (1, 3, 5, -(-n // 5))]
    return totals, share, status, classes, xyz, variation, hhi, gini, largest, descending.index, share[descending.index].cumsum()


def median_of(work, runs):
    times = []
    work()
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return float(np.median(times))


file, clients, periods, runs = sys.argv[1], *map(int, sys.argv[2:])
history = np.fromfile(file).reshape(clients, periods)
found = by_numpy(history)
answer = {
    "numpy": median_of(lambda: by_numpy(history), runs),
    "hhi": float(found[6]),
    "gini": float(found[7]),
    "abc": np.bincount(found[3], minlength=3).tolist(),
    "xyz": np.bincount(found[4], minlength=4).tolist(),
}
try:
    import pandas

    frame = pandas.DataFrame(history)
    answer["pandas"] = median_of(lambda: by_pandas(frame), max(1, runs // 2))
except ImportError:
    pass
print(json.dumps(answer))
