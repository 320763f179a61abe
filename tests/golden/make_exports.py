"""Writes tests/golden/exports.json: what the exported programs in tests/golden/exports do in PyTorch.

Run by `python3 tests/golden/make_exports.py` where PyTorch is installed (Debian: python3-torch), after
`vitest --update` has written the programs.

Of each program: its SHA-256, what the network makes of the training data, and the loss of the training data before the
first epoch and after each.
"""

import hashlib
import json
import pathlib

import torch

EPOCHS = 5


def load(program):
    """Everything the program defines; what it does when it is started is left out."""
    names = {"__name__": "exported"}
    exec(program, names)
    return names


def loss_of(names):
    with torch.no_grad():
        return names["loss_function"](names["model"](names["inputs"]), names["targets"]).item()


def result_of(program):
    names = load(program)
    names["model"].eval()
    with torch.no_grad():
        outputs = names["model"](names["inputs"]).reshape(-1).tolist()
    losses = [loss_of(names)]
    for _ in range(EPOCHS):
        names["train"](1)
        losses.append(loss_of(names))
    return {"sha256": hashlib.sha256(program.encode()).hexdigest(), "outputs": outputs, "losses": losses}


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(__file__).parent
    results = {path.stem: result_of(path.read_text()) for path in sorted((folder / "exports").glob("*.py"))}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(result)}" for name, result in results.items())
    (folder / "exports.json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    main()
