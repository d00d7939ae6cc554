"""Weights as files: one compressed archive of arrays, the words that have codes, and a manifest with their checksums."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.attribution.models import ForestModel, LinearModel
from onrecord.attribution.scoring import Model, Weights
from onrecord.errors import SettingsError

ARRAYS, WORDS, MANIFEST = "weights.npz", "vocabulary.txt", "manifest.json"
FORMAT = "onrecord/attribution-weights/1"
EPOCH = (1980, 1, 1, 0, 0, 0)
Arrays = dict[str, npt.NDArray[np.generic]]


def save_weights(weights: Weights, words: Sequence[str], folder: Path, *, n_articles: int) -> None:
    """Writes the three files; the same weights give the same bytes."""
    arrays: Arrays = {}
    for name in ("cue", "bare"):
        arrays |= {f"{name}.{key}": value for key, value in getattr(weights, name).to_arrays().items()}
    for name in ("content", "source", "outer", "inner"):
        model: Model = getattr(weights, name)
        arrays |= {f"{name}.linear.{key}": value for key, value in model.linear.to_arrays().items()}
        arrays |= {f"{name}.forest.{key}": value for key, value in model.forest.to_arrays().items()}
    if weights.nested is not None:
        arrays |= {f"nested.{key}": value for key, value in weights.nested.to_arrays().items()}
    folder.mkdir(parents=True, exist_ok=True)
    files = {ARRAYS: _pack(arrays), WORDS: "".join(f"{word}\n" for word in words).encode()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = {"format": FORMAT, "articles": n_articles, "sha256": digests}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def load_weights(folder: Path | None = None) -> tuple[Weights, tuple[str, ...]]:
    """Weights and the words that have codes.

    Args:
        folder: where `save_weights` wrote them; `None` = those shipped with the package.

    Raises:
        SettingsError: a file is missing, is not of this format, or differs from what the manifest says.
    """
    home: Traversable = folder if folder is not None else resources.files("onrecord.attribution") / "data"
    try:
        manifest = json.loads((home / MANIFEST).read_text(encoding="utf-8"))
        content = {name: (home / name).read_bytes() for name in (ARRAYS, WORDS)}
    except (OSError, ValueError) as error:
        raise SettingsError(f"no attribution weights in {home}: {error}; train them with `onrecord train attribution`") from error
    if manifest.get("format") != FORMAT:
        raise SettingsError(f"{home / MANIFEST}: format {manifest.get('format')!r}, this version reads {FORMAT!r}; train anew")
    for name, data in content.items():
        if hashlib.sha256(data).hexdigest() != manifest["sha256"].get(name):
            raise SettingsError(f"{home / name} is not the file its manifest names (sha256 differs); install or train it again")
    with np.load(io.BytesIO(content[ARRAYS]), allow_pickle=False) as archive:
        arrays: Arrays = {name: archive[name] for name in archive.files}
    return _unpack(arrays), tuple(content[WORDS].decode("utf-8").split())


def _unpack(arrays: Arrays) -> Weights:
    def part(prefix: str) -> Mapping[str, npt.NDArray[np.generic]]:
        return {name.removeprefix(prefix): value for name, value in arrays.items() if name.startswith(prefix)}

    def model(name: str) -> Model:
        return Model(LinearModel.from_arrays(part(f"{name}.linear.")), ForestModel.from_arrays(part(f"{name}.forest.")))

    cue, bare = LinearModel.from_arrays(part("cue.")), LinearModel.from_arrays(part("bare."))
    nested = ForestModel.from_arrays(part("nested.")) if part("nested.") else None
    return Weights(cue, bare, model("content"), model("source"), model("outer"), model("inner"), nested)


def _pack(arrays: Arrays) -> bytes:
    """An `.npz` archive with fixed time stamps."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            single = io.BytesIO()
            np.save(single, arrays[name], allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", EPOCH), single.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return whole.getvalue()
