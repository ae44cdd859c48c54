#!/usr/bin/env python3
"""Trains the block model from a corpus of annotated pages, and writes it as a C++ table.

    train.py --dump build/release/dump_blocks --corpus DIR [--sets a,b,c] [--snippet-sets d] [--out ../block_model_data.inc] [--half 0|1]

DIR/SET/truth.jsonl holds one object a page ("id", "url", "body"), DIR/SET/pages/ID.html.gz the page. Needs numpy and
scikit-learn (Debian: python3-sklearn).

After a change of the features, build dump_blocks (part of the tests' build) with -DCMAKE_CXX_FLAGS=-DKLARTEXT_UNTRAINED, then train.

How it works: every block of a page is aligned with the page's true text (a chain of matches that rises in both); a
block is positive if most of its words are in the chain. Two boosted forests of trees of depth five are fitted. The first
sees each block by itself (block_features.h); the second sees the same numbers and what the first thinks of the
neighbours and of the lines that look alike (block_model.cpp, `context_row`). The second is trained on the first's
out-of-fold opinions. Sets without whole texts teach by their snippets and, for little weight, by what the model thinks
of their other blocks.

Every figure printed is cross-validated with whole domains left out, by forests of CHECK_TREES trees and without the rules
of body.cpp; so are the opinions that the second forest learns from. What counts is a publisher that nobody has seen: from
some pages the class names and the stated text are taken away before the forests see them (`blinded`), which was worth
+0.003 on traf's snippets, +0.011 F1 on aeb, 0 on wcxb and -0.001 on fundus (first forest). Blocks far from all prose are
thinned out, which halves the time of a fit. The same corpus gives the same table. --half trains on every second domain only, for measuring the built
program on the rest.
"""
import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

TOKEN = re.compile(r"\w+", re.UNICODE)
DEPTH = 5
FOLDS = 4
TREES = 160
CHECK_TREES = 100   # of the forests of the cross-validation, which also give the second forest its first opinions
LEARNING_RATE = 0.15
THINNED = 6         # of the blocks far from all prose one in so many is learnt from, with so much weight
BLINDED = 0.25      # share of the pages whose names, and of those whose stated text, a forest does not get to see
SNIPPET_WEIGHT, SURE_WEIGHT, UNSURE_WEIGHT = 1.5, 0.6, 0.15  # of a block on a page with snippets only
HINT_FAR = 20      # as kHintFar of hints.h
FAR = 60          # blocks; distances to the nearest likely block end here
WINDOWS = (5, 15, 50)


class Page:
    def __init__(self, corpus_set, truth, blocks, looks, features):
        self.set, self.truth, self.blocks, self.looks, self.features = corpus_set, truth, blocks, looks, features
        self.domain = re.sub(r"^www\.", "", urlparse(truth.get("url") or "").netloc) or truth["id"]
        self.words = np.array([len(TOKEN.findall(text)) for text in blocks])


def dump(program, files, names):
    """Runs dump_blocks over files; yields (file, blocks, looks, features)."""
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/blocks"
        subprocess.run([program, out, *map(str, files)], check=True)
        names[:] = Path(out + ".names").read_text().split()
        rows = np.fromfile(out + ".f32", dtype=np.float32).reshape(-1, len(names))
        at = 0
        for line in open(out + ".jsonl", encoding="utf-8"):
            record = json.loads(line)
            count = len(record["blocks"])
            yield record["file"], record["blocks"], np.array(record["looks"]), rows[at:at + count]
            at += count


def load(args, sets, wanted, names):
    pages = []
    for corpus_set in filter(None, sets.split(",")):
        folder = Path(args.corpus) / corpus_set
        truths = (json.loads(line) for line in open(folder / "truth.jsonl", encoding="utf-8"))
        truths = {t["id"]: t for t in truths if wanted(t)}
        files = [folder / "pages" / f"{i}.html.gz" for i in truths if (folder / "pages" / f"{i}.html.gz").exists()]
        for file, blocks, looks, features in dump(args.dump, files, names):
            if blocks:
                truth = truths[Path(file).name.split(".html")[0]]
                pages.append(Page(corpus_set, truth, blocks, looks, features))
    return pages


def candidates(blocks, body):
    """(block, begin, end, words, share): where in the true text a block may stand."""
    words = TOKEN.findall(body)
    triples = collections.defaultdict(list)
    for i in range(len(words) - 2):
        triples[tuple(words[i:i + 3])].append(i)
    lines, at = collections.defaultdict(list), 0
    for line in body.split("\n"):
        tokens = tuple(TOKEN.findall(line))
        lines[tokens].append(at)
        at += len(tokens)
    for index, block in enumerate(blocks):
        tokens = TOKEN.findall(block)
        count = len(tokens)
        if 0 < count < 3:
            for begin in lines.get(tuple(tokens), []):
                yield index, begin, begin + count, count, 1.0
        if count < 3:
            continue
        votes = collections.Counter()
        for i in range(count - 2):
            for begin in triples.get(tuple(tokens[i:i + 3]), [])[:20]:
                votes[begin - i] += 1
        for begin, _ in votes.most_common(3):
            near = sum(n for other, n in votes.items() if abs(other - begin) <= max(6, count // 10))
            share = min(1.0, near / (count - 2))
            if share >= 0.4:
                yield index, begin, begin + count, share * count, share


def align(blocks, body):
    """Share of each block that stands in the true text, along the heaviest chain that rises in both."""
    found = sorted(candidates(blocks, body))
    best, back = [], []
    for i, (index, begin, _, weight, _) in enumerate(found):
        reach, via = 0.0, -1
        for k in range(i - 1, -1, -1):
            if found[k][0] < index and found[k][2] <= begin + 3 and best[k] > reach:
                reach, via = best[k], k
        best.append(reach + weight)
        back.append(via)
    shares = np.zeros(len(blocks))
    i = int(np.argmax(best)) if best else -1
    while i >= 0:
        shares[found[i][0]] = found[i][4]
        i = back[i]
    return shares


def context_rows(p, looks, log_bytes):
    """What the second forest sees besides the features; block_model.cpp computes the same."""
    count = len(p)
    columns = [p]
    for k in (1, 2, 3):
        after, before = np.full(count, -1.0), np.full(count, -1.0)
        if k < count:
            after[:-k], before[k:] = p[k:], p[:-k]
        columns += [after, before]
    sums = np.concatenate([[0], np.cumsum(p)])
    index = np.arange(count)
    for reach in WINDOWS:
        low, high = np.maximum(0, index - reach), np.minimum(count, index + reach + 1)
        columns.append((sums[high] - sums[low]) / (high - low))
    columns += [sums[:-1] / (sums[-1] + 1e-6), np.full(count, sums[-1])]
    last = np.maximum.accumulate(np.where(p > 0.5, index, -FAR))
    following = np.minimum.accumulate(np.where(p > 0.5, index, count + FAR)[::-1])[::-1]
    columns += [np.minimum(FAR, index - last), np.minimum(FAR, following - index)]
    size = np.exp2(log_bytes)
    groups = looks.max() + 1
    weight, mass = np.bincount(looks, size, groups), np.bincount(looks, p * size, groups)
    columns.append((np.bincount(looks, p, groups) / np.maximum(1, np.bincount(looks, minlength=groups)))[looks])
    columns += [(mass / np.maximum(weight, 1e-6))[looks], np.bincount(looks, p > 0.5, groups)[looks]]
    columns.append(mass[looks] / (mass.sum() + 1e-6))
    return np.stack(columns, 1).astype(np.float32)


def collapse(text):
    return " ".join(text.replace("\u00ad", "").split())


def snippet_labels(page):
    """1 for blocks that hold a snippet which must appear, 0 for one which must not, -1 for all others."""
    must, must_not = ([collapse(s) for s in page.truth.get(key) or []] for key in ("with", "without"))
    return np.array([1 if any(s in text for s in must) else 0 if any(s in text for s in must_not) else -1
                     for text in page.blocks])


def taught(opinions, pages):
    """Labels and weights of pages that have snippets only: the snippets, else the model's own opinion for little."""
    snippets = np.concatenate([snippet_labels(p) for p in pages])
    sure = np.where((opinions > 0.85) | (opinions < 0.1), SURE_WEIGHT, UNSURE_WEIGHT)
    sizes = np.concatenate([np.sqrt(p.words + 3.0) / np.sqrt(np.sqrt(p.words + 3.0).sum()) for p in pages])
    weights = np.where(snippets >= 0, SNIPPET_WEIGHT, sure) * sizes / sizes.mean()
    return np.where(snippets >= 0, snippets, opinions > 0.5).astype(int), weights


def blinded(pages, names):
    """The pages' features, with what other publishers may not give taken away from some pages.

    Class names and a stated articleBody are so telling on the pages that have them that the trees would rest on nothing else.
    """
    hints = [i for i, n in enumerate(names) if n.startswith("hint_") and not n.endswith("_element")]
    stated = [names.index("in_article_body"), names.index("stated_coverage")]
    chance, out = np.random.RandomState(1), []
    for page in pages:
        features = page.features.copy()
        if chance.rand() < BLINDED:
            features[:, hints] = HINT_FAR
        if chance.rand() < BLINDED:
            features[:, stated] = -1
        out.append(features)
    return np.concatenate(out)


def thinning(features, names):
    """Weight factors of the blocks: most are far from all prose and much alike, and a part of them teaches as well."""
    column = {n: features[:, i] for i, n in enumerate(names)}
    near = ((column["blocks_since_prose"] < 3) | (column["blocks_until_prose"] < 3) |
            (column["reads_like_prose"] > 0) | (column["in_region"] > 0))
    picked = np.random.RandomState(0).rand(len(features)) < 1 / THINNED
    return np.where(near, 1.0, np.where(picked, float(THINNED), 0.0))


def fit(features, labels, weights, trees=TREES):
    taken = weights > 0
    features, labels, weights = features[taken], labels[taken], weights[taken]
    model = HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=LEARNING_RATE, max_depth=DEPTH, max_leaf_nodes=2 ** DEPTH, min_samples_leaf=40,
        l2_regularization=3.0, max_bins=64, early_stopping=False, random_state=0)
    return model.fit(features, labels, sample_weight=weights)


def fold_of(domain):
    """Domains are dealt out by their names' hash, so that a new page moves no other page to another fold."""
    return zlib.crc32(("x" + domain).encode()) % FOLDS


def out_of_fold(train, labels, weights, folds, test):
    """Opinions of forests that have seen no page of a block's domain; `test` may hold more blocks than are learnt from."""
    opinions, count = np.zeros(len(test)), len(labels)
    for fold in range(FOLDS):
        learnt, asked = folds[:count] != fold, folds == fold
        model = fit(train[:count][learnt], labels[learnt], weights[learnt], CHECK_TREES)
        opinions[asked] = model.predict_proba(test[asked])[:, 1]
    return opinions


def cut(values, pages):
    bounds = np.cumsum([0] + [len(p.blocks) for p in pages])
    return [values[bounds[i]:bounds[i + 1]] for i in range(len(pages))]


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def shingles(text):
    words = TOKEN.findall(text)
    size = min(4, len(words)) or 1
    return collections.Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1)) if words else collections.Counter()


def report(title, pages, opinions, threshold=0.5):
    rows = collections.defaultdict(list)
    for page, p in zip(pages, opinions):
        text = "\n".join(t for t, x in zip(page.blocks, p) if x > threshold)
        want, got = shingles(page.truth["body"]), shingles(text)
        hit = sum((want & got).values())
        rows[page.set].append((hit / max(1, sum(got.values())), hit / max(1, sum(want.values())),
                               TOKEN.findall(text) == TOKEN.findall(page.truth["body"])))
    for name, values in rows.items():
        p, r, exact = np.mean(np.array(values, dtype=float), axis=0)
        print(f"{title} {name}: precision {p:.4f} recall {r:.4f} F1 {f1(p, r):.4f} exact {exact:.3f}", flush=True)


def report_snippets(title, pages, opinions, threshold=0.5):
    """Snippets that must and must not appear, over all pages of a set."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for page, p in zip(pages, opinions):
        text = collapse("\n".join(t for t, x in zip(page.blocks, p) if x > threshold))
        must, must_not = ([collapse(s) in text for s in page.truth.get(key) or []] for key in ("with", "without"))
        for k, count in enumerate((sum(must), sum(must_not), len(must) - sum(must))):
            counts[page.set][k] += count
    for name, (hit, noise, lost) in counts.items():
        if hit:
            print(f"{title} {name}: snippets found {hit} lost {lost} noise {noise} F1 {2 * hit / (2 * hit + noise + lost):.4f}", flush=True)


def page_weights(page, shares):
    """Long blocks count more, though less than their length; pages count alike; pages that do not align count little."""
    weights = np.sqrt(page.words + 3.0)
    weights /= np.sqrt(weights.sum())
    text = "\n".join(t for t, s in zip(page.blocks, shares) if s > 0.5)
    want, got = shingles(page.truth["body"]), shingles(text)
    hit = sum((want & got).values())
    aligned = f1(hit / max(1, sum(got.values())), hit / max(1, sum(want.values())))
    return weights * (1.0 if aligned > 0.95 else 0.3)


def flatten(predictor):
    """A tree as a perfect tree of DEPTH levels: features, thresholds in breadth-first order, then leaves."""
    nodes = predictor.nodes
    features, thresholds = [0] * (2 ** DEPTH - 1), [0.0] * (2 ** DEPTH - 1)
    leaves = [0.0] * 2 ** DEPTH
    stack = [(0, 0, 0)]
    while stack:
        node, place, level = stack.pop()
        if nodes[node]["is_leaf"]:
            first = (place + 1) * 2 ** (DEPTH - level) - 2 ** DEPTH
            for leaf in range(first, first + 2 ** (DEPTH - level)):
                leaves[leaf] = float(nodes[node]["value"])
            continue
        features[place], thresholds[place] = int(nodes[node]["feature_idx"]), float(nodes[node]["num_threshold"])
        stack.append((int(nodes[node]["left"]), 2 * place + 1, level + 1))
        stack.append((int(nodes[node]["right"]), 2 * place + 2, level + 1))
    return features, thresholds, leaves


def number(value):
    text = f"{value:.5g}"
    return text + ("F" if re.search(r"[.e]", text) else ".F")


def write_forest(out, name, model):
    trees = [flatten(step[0]) for step in model._predictors]
    out.write(f"constexpr float k{name}Base = {number(float(model._baseline_prediction.ravel()[0]))};\n")
    for kind, part, show in (("std::uint8_t", "Features", str), ("float", "Thresholds", number), ("float", "Leaves", number)):
        index = ("Features", "Thresholds", "Leaves").index(part)
        values = [show(v) for tree in trees for v in tree[index]]
        out.write(f"constexpr {kind} k{name}{part}[] = {{\n")
        for i in range(0, len(values), 24):
            out.write("    " + ", ".join(values[i:i + 24]) + ",\n")
        out.write("};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dump", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--sets", default="fundus,aeb,wcxb")
    parser.add_argument("--snippet-sets", default="traf", help="sets whose truth is snippets, for a second lesson")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", default="")
    parser.add_argument("--no-check", action="store_true", help="do not cross-validate the second forest")
    args = parser.parse_args()

    names = []
    pages = load(args, args.sets, lambda t: t.get("body"), names)
    others = load(args, args.snippet_sets, lambda t: t.get("with"), names)
    if args.half is not None:
        pages, others = ([p for p in some if zlib.crc32(p.domain.encode()) % 2 == args.half] for some in (pages, others))
    shares = [align(p.blocks, p.truth["body"]) for p in pages]
    report("alignment", pages, shares)
    everyone = pages + others
    whole, features = np.concatenate([p.features for p in everyone]), blinded(everyone, names)
    thinned = thinning(whole, names)
    folds = np.concatenate([[fold_of(p.domain)] * len(p.blocks) for p in everyone])
    labels = (np.concatenate(shares) > 0.5).astype(int)
    weights = np.concatenate([page_weights(p, s) for p, s in zip(pages, shares)])
    weights /= weights.mean()
    count = len(labels)

    opinions = out_of_fold(features, labels, weights * thinned[:count], folds, whole)
    report("first forest", pages, cut(opinions, everyone))
    report_snippets("first forest", everyone, cut(opinions, everyone))
    if others:
        more_labels, more_weights = taught(opinions[count:], others)
        labels, weights = np.concatenate([labels, more_labels]), np.concatenate([weights, more_weights])
    weights *= thinned
    column = names.index("log_bytes")
    context = [context_rows(p, page.looks, page.features[:, column])
               for p, page in zip(cut(opinions, everyone), everyone)]
    context = np.concatenate(context)
    both, whole = np.concatenate([features, context], axis=1), np.concatenate([whole, context], axis=1)
    if args.out:
        with open(args.out, "w", encoding="utf-8") as out:
            out.write("// Written by model/train.py; not to be edited. Trees of depth 5, breadth first.\n")
            out.write(f"constexpr std::size_t kTrees = {TREES};\n")
            out.write(f"constexpr std::size_t kFeaturesTrainedWith = {len(names)};\n")
            write_forest(out, "First", fit(features, labels, weights))
            write_forest(out, "Second", fit(both, labels, weights))
    if not args.no_check:
        opinions = cut(out_of_fold(both, labels, weights, folds, whole), everyone)
        report("both forests", pages, opinions)
        report_snippets("both forests", everyone, opinions)


if __name__ == "__main__":
    main()
