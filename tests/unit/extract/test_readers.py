"""The grammar's classes, which are put together from several."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import types

import pipelines.extract


def test_no_reader_takes_the_name_of_another_s_method() -> None:
    modules = [
        importlib.import_module(f"pipelines.extract.{m.name}") for m in pkgutil.iter_modules(pipelines.extract.__path__)
    ]
    classes = {c for module in modules for _, c in inspect.getmembers(module, inspect.isclass)}
    taken: set[tuple[str, str, str]] = set()
    for reader in classes:
        owner: dict[str, str] = {}
        for base in (b for b in reader.__mro__ if b.__module__.startswith("pipelines.")):
            methods = [n for n, v in vars(base).items() if isinstance(v, types.FunctionType) and not n.startswith("__")]
            taken.update((n, owner[n], base.__name__) for n in methods if n in owner)
            owner.update((n, owner.get(n, base.__name__)) for n in methods)
    assert taken == set()
