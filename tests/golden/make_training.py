"""Writes tests/golden/training.json: training runs, losses and initialiser gains, by PyTorch.

Run by `python3 tests/golden/make_training.py` where PyTorch is installed (Debian: python3-torch).

Each run is the set-up as the network engine reads it, the data, the initial parameters, and what PyTorch makes of them
in float32: the loss of the training data before each step, and after the last one the parameters and what batch
normalisation has remembered: each layer's running means, then its running variances. All data and initial parameters
are multiples of 1/1024. The same run in float64 must agree, so that no run depends on rounding.
"""

import copy
import json
import math
import pathlib
import random

import torch
import torch.nn.functional as F
from torch import nn

TOLERANCE = 1e-5

# The penalties, and nothing else, distinguish weights from biases.
WEIGHTS, OTHERS = "weights", "others"


class Lion(torch.optim.Optimizer):
    """Algorithm 2 of Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms"; PyTorch 1.13 has none."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for parameter in group["params"]:
                state = self.state[parameter]
                mean = state.setdefault("mean", torch.zeros_like(parameter))
                update = (beta1 * mean + (1 - beta1) * parameter.grad).sign()
                mean.mul_(beta2).add_(parameter.grad, alpha=1 - beta2)
                parameter.sub_(group["lr"] * (update + group["weight_decay"] * parameter))


ACTIVATIONS = {
    "identity": nn.Identity,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "sigmoid": nn.Sigmoid,
    "gelu": nn.GELU,
    "elu": nn.ELU,
    "prelu": nn.PReLU,
}


class Layer(nn.Module):
    def __init__(self, inputs, setup):
        super().__init__()
        self.linear = nn.Linear(inputs, setup["width"], bias=setup.get("bias", True))
        kind = setup.get("normalization", "none")
        width = setup["width"]
        self.norm = {"none": None, "layer": nn.LayerNorm(width), "batch": nn.BatchNorm1d(width)}[kind]
        self.activation = ACTIVATIONS[setup["activation"]]()
        self.residual = setup.get("residual", False)

    def forward(self, x):
        z = self.linear(x)
        a = self.activation(z if self.norm is None else self.norm(z))
        return a + x if self.residual else a

    def ordered_parameters(self):
        """Pairs of a parameter and whether it is a weight."""
        yield self.linear.weight, WEIGHTS
        if self.linear.bias is not None:
            yield self.linear.bias, OTHERS
        for module in (self.norm, self.activation):
            for parameter in module.parameters() if module is not None else ():
                yield parameter, OTHERS


FEATURES = {
    "x1": lambda x: x[:, 0],
    "x2": lambda x: x[:, 1],
    "x1_squared": lambda x: x[:, 0] ** 2,
    "x2_squared": lambda x: x[:, 1] ** 2,
    "x1_x2": lambda x: x[:, 0] * x[:, 1],
    "sin_x1": lambda x: x[:, 0].sin(),
    "sin_x2": lambda x: x[:, 1].sin(),
    "cos_x1": lambda x: x[:, 0].cos(),
    "cos_x2": lambda x: x[:, 1].cos(),
}

LOSSES = {
    "mse": lambda p: nn.MSELoss(),
    "half_squared": lambda p: lambda o, t: 0.5 * ((o - t) ** 2).sum(1).mean(),
    "bce_with_logits": lambda p: nn.BCEWithLogitsLoss(),
    "naive_bce": lambda p: lambda o, t: -(t * o.log() + (1 - t) * (1 - o).log()).mean(),
    "softmax_cross_entropy": lambda p: nn.CrossEntropyLoss(),
    "hinge": lambda p: lambda o, t: F.relu(1 - t * o).mean(),
    "huber": lambda p: nn.HuberLoss(delta=p.get("delta", 1.0)),
}


def make_optimizer(setup, parameters):
    rate, options = setup["learningRate"], setup.get("optimizerParameters", {})
    betas = (options.get("beta1", 0.9), options.get("beta2", 0.99 if setup["optimizer"] == "lion" else 0.999))
    momentum = options.get("momentum", 0.9)
    return {
        "sgd": lambda: torch.optim.SGD(parameters, lr=rate),
        "momentum": lambda: torch.optim.SGD(parameters, lr=rate, momentum=momentum),
        "nesterov": lambda: torch.optim.SGD(parameters, lr=rate, momentum=momentum, nesterov=True),
        "adagrad": lambda: torch.optim.Adagrad(parameters, lr=rate),
        "rmsprop": lambda: torch.optim.RMSprop(parameters, lr=rate, alpha=options.get("alpha", 0.99)),
        "adam": lambda: torch.optim.Adam(parameters, lr=rate, betas=betas),
        "adamw": lambda: torch.optim.AdamW(
            parameters, lr=rate, betas=betas, weight_decay=options.get("weight_decay", 0.01)
        ),
        "lion": lambda: Lion(parameters, lr=rate, betas=betas, weight_decay=options.get("weight_decay", 0)),
    }[setup["optimizer"]]()


def make_scheduler(setup, optimizer):
    schedule = setup.get("schedule", {"kind": "constant"})
    steps, factor = schedule.get("steps"), schedule.get("factor")
    rate = setup["learningRate"]
    return {
        "constant": lambda: torch.optim.lr_scheduler.ConstantLR(optimizer, factor=1),
        "step": lambda: torch.optim.lr_scheduler.StepLR(optimizer, step_size=steps, gamma=factor),
        "cosine": lambda: torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps, eta_min=factor * rate),
        "warm_up": lambda: torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, (n + 1) / steps)),
    }[schedule["kind"]]()


def targets_of(setup, labels, dtype):
    if setup["task"] in ("regression", "curve"):
        return torch.tensor(labels, dtype=dtype)[:, None]
    if setup["task"] == "binary":
        low = -1.0 if setup.get("targetCoding") == "minus_one_one" else 0.0
        return torch.tensor([[1.0 if label else low] for label in labels], dtype=dtype)
    return F.one_hot(torch.tensor(labels), setup["classes"]).to(dtype)


def flat(layers):
    return torch.cat([p.detach().reshape(-1) for layer in layers for p, _ in layer.ordered_parameters()]).tolist()


def running(layers):
    norms = [layer.norm for layer in layers if isinstance(layer.norm, nn.BatchNorm1d)]
    return [number for norm in norms for numbers in (norm.running_mean, norm.running_var) for number in numbers.tolist()]


def train(run, dtype):
    setup = run["setup"]
    points = torch.tensor(run["points"], dtype=dtype)
    features = setup.get("features", [])
    x = torch.stack([FEATURES[f](points) for f in features], 1) if features else points
    t = targets_of(setup, run["labels"], dtype)

    layers, inputs = [], x.shape[1]
    for layer in setup["layers"]:
        layers.append(Layer(inputs, layer))
        inputs = layer["width"]
    net = nn.Sequential(*layers).to(dtype)
    numbers = random.Random(run["name"])
    initial = []
    with torch.no_grad():
        for layer in layers:
            for parameter, kind in layer.ordered_parameters():
                start = 0.0
                if kind == OTHERS and parameter.numel() == 1 and parameter is getattr(layer.activation, "weight", None):
                    start = 0.25
                elif layer.norm is not None and parameter is layer.norm.weight:
                    start = 1.0
                values = [round(1024 * (start + numbers.uniform(-0.7, 0.7))) / 1024 for _ in range(parameter.numel())]
                parameter.copy_(torch.tensor(values, dtype=dtype).reshape(parameter.shape))
                initial += values

    parameters = [p for layer in layers for p, _ in layer.ordered_parameters()]
    weights = [p for layer in layers for p, kind in layer.ordered_parameters() if kind == WEIGHTS]
    loss_of = LOSSES[setup["loss"]](setup.get("lossParameters", {}))
    optimizer = make_optimizer(setup, parameters)
    scheduler = make_scheduler(setup, optimizer)
    size = setup["batchSize"] or len(x)
    ends = len(x) if setup.get("leftover", "keep") == "keep" else len(x) // size * size
    starts = list(range(0, ends, size))
    losses = []
    for step in range(run["steps"]):
        net.eval()
        losses.append(loss_of(net(x), t).item())
        net.train()
        start = starts[step % len(starts)]
        batch = slice(start, min(start + size, ends))
        optimizer.zero_grad()
        loss = loss_of(net(x[batch]), t[batch])
        l1, l2 = setup.get("l1", 0), setup.get("l2", 0)
        if l1 or l2:
            loss = loss + sum(l1 * w.abs().sum() + l2 / 2 * (w * w).sum() for w in weights)
        loss.backward()
        if setup.get("clipNorm", 0):
            nn.utils.clip_grad_norm_(parameters, setup["clipNorm"])
        optimizer.step()
        scheduler.step()
    return initial, losses, flat(layers), running(layers)


def layers_of(widths, activation, output="identity", **options):
    hidden = [{"width": width, "activation": activation, **options} for width in widths[:-1]]
    return hidden + [{"width": widths[-1], "activation": output}]


def setup_of(task, layers, loss, **options):
    return {
        "task": task,
        "columns": 2,
        "layers": layers,
        "loss": loss,
        "optimizer": "sgd",
        "learningRate": 0.1,
        "batchSize": 0,
        "shuffle": False,
        **options,
    }


def grid_number(numbers, low, high):
    return round(1024 * numbers.uniform(low, high)) / 1024


XOR = ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0, 1, 1, 0])


def cloud(count, classes):
    numbers = random.Random("cloud")
    points = [[grid_number(numbers, -2, 2), grid_number(numbers, -2, 2)] for _ in range(count)]
    angle = [math.atan2(p[1], p[0]) / math.tau + 0.5 for p in points]
    return points, [min(int(a * classes), classes - 1) for a in angle]


def surface(count):
    points, _ = cloud(count, 2)
    return points, [round(1024 * math.sin(p[0]) * p[1]) / 1024 for p in points]


def make_runs():
    runs = []

    def add(name, data, steps, setup):
        runs.append({"name": name, "setup": setup, "points": data[0], "labels": data[1], "steps": steps})

    signed = {"targetCoding": "minus_one_one"}
    add("xor_tanh_bce", XOR, 50, setup_of("binary", layers_of([2, 1], "tanh"), "bce_with_logits", learningRate=0.5))
    add("xor_sigmoid_mse", XOR, 50,
        setup_of("binary", layers_of([2, 1], "sigmoid", "sigmoid"), "mse", learningRate=2, targetCoding="zero_one"))
    add("xor_tanh_half_squared", XOR, 50,
        setup_of("binary", layers_of([2, 1], "tanh", "tanh"), "half_squared", **signed))
    add("xor_relu_bce", XOR, 50, setup_of("binary", layers_of([2, 1], "relu"), "bce_with_logits"))

    rates = {"sgd": 0.1, "momentum": 0.05, "nesterov": 0.05, "adagrad": 0.05, "rmsprop": 0.01, "adam": 0.02,
             "adamw": 0.02, "lion": 0.005}
    multi_class = {"classes": 3, "batchSize": 8}
    for optimizer, rate in rates.items():
        add(f"classes_{optimizer}", cloud(30, 3), 40,
            setup_of("multi_class", layers_of([8, 8, 3], "tanh"), "softmax_cross_entropy", optimizer=optimizer,
                     learningRate=rate, **multi_class))
    add("classes_relu_drop", cloud(30, 3), 40,
        setup_of("multi_class", layers_of([8, 8, 3], "relu"), "softmax_cross_entropy", leftover="drop", **multi_class))
    add("classes_mse", cloud(30, 3), 40, setup_of("multi_class", layers_of([8, 3], "tanh"), "mse", **multi_class))
    add("lion_decay", cloud(30, 3), 40,
        setup_of("multi_class", layers_of([8, 3], "tanh"), "softmax_cross_entropy", optimizer="lion",
                 learningRate=0.005, optimizerParameters={"weight_decay": 0.1}, **multi_class))

    for kind, steps, factor in (("step", 7, 0.5), ("cosine", 40, 0.1), ("warm_up", 10, 0.5)):
        add(f"schedule_{kind}", cloud(30, 3), 40,
            setup_of("multi_class", layers_of([8, 3], "tanh"), "softmax_cross_entropy", learningRate=0.3,
                     schedule={"kind": kind, "steps": steps, "factor": factor}, **multi_class))
    add("clipped", cloud(30, 3), 40,
        setup_of("multi_class", layers_of([8, 3], "tanh"), "softmax_cross_entropy", learningRate=0.5, clipNorm=0.2,
                 **multi_class))

    for name, penalties in (("l1", {"l1": 0.01}), ("l2", {"l2": 0.02}), ("l1_l2", {"l1": 0.005, "l2": 0.01})):
        add(f"penalty_{name}", surface(20), 50,
            setup_of("regression", layers_of([4, 2, 1], "tanh"), "mse", batchSize=10, **penalties))

    add("regression_huber", surface(20), 40,
        setup_of("regression", layers_of([4, 2, 1], "tanh"), "huber", lossParameters={"delta": 0.5}))
    add("binary_hinge", cloud(20, 2), 40, setup_of("binary", layers_of([4, 1], "tanh"), "hinge", **signed))
    add("binary_naive_bce", cloud(20, 2), 40,
        setup_of("binary", layers_of([4, 1], "tanh", "sigmoid"), "naive_bce"))
    add("elu_gelu", surface(20), 40,
        setup_of("regression", layers_of([5], "elu")[:0] + [
            {"width": 5, "activation": "elu"}, {"width": 6, "activation": "gelu"}, {"width": 1, "activation": "identity"}
        ], "mse", batchSize=7))

    add("layer_norm", cloud(20, 2), 40,
        setup_of("binary", layers_of([6, 5, 1], "relu", normalization="layer"), "bce_with_logits", batchSize=10))
    add("batch_norm", cloud(20, 2), 40,
        setup_of("binary", layers_of([6, 5, 1], "tanh", normalization="batch"), "bce_with_logits", batchSize=10))
    add("batch_norm_uneven", cloud(21, 2), 40,
        setup_of("binary", layers_of([3, 1], "tanh", normalization="batch", bias=False), "bce_with_logits", batchSize=6))
    add("residual", cloud(20, 2), 40,
        setup_of("binary", [{"width": 5, "activation": "tanh"}, {"width": 5, "activation": "tanh", "residual": True},
                            {"width": 5, "activation": "identity", "residual": True},
                            {"width": 5, "activation": "relu", "residual": True, "normalization": "layer"},
                            {"width": 1, "activation": "identity"}], "bce_with_logits", batchSize=10))
    add("prelu", cloud(20, 2), 40,
        setup_of("binary", [{"width": 5, "activation": "prelu"}, {"width": 4, "activation": "prelu", "bias": False},
                            {"width": 1, "activation": "identity"}], "bce_with_logits", batchSize=10))
    add("features", cloud(20, 2), 40,
        setup_of("binary", layers_of([4, 1], "tanh"), "bce_with_logits", batchSize=10, learningRate=0.05,
                 features=list(FEATURES)))
    add("no_hidden_layer", cloud(20, 2), 40, setup_of("binary", layers_of([1], "tanh"), "bce_with_logits"))
    add("wide", cloud(100, 4), 10,
        setup_of("multi_class", layers_of([19, 22, 4], "tanh"), "softmax_cross_entropy", classes=4, batchSize=50))
    return runs


def largest_difference(a, b):
    return max((abs(x - y) / max(abs(y), 0.1) for x, y in zip(a, b)), default=0)


def finished(run):
    initial, *found = train(run, torch.float32)
    _, *exact = train(run, torch.float64)
    difference = max(map(largest_difference, found, exact))
    if difference > TOLERANCE:
        raise SystemExit(f"{run['name']}: float32 and float64 differ by {difference}")
    losses, final, running_statistics = found
    columns = [list(column) for column in zip(*run["points"])]
    return {
        "name": run["name"],
        "setup": copy.deepcopy(run["setup"]),
        "inputs": [number for column in columns for number in column],
        "targets": run["labels"],
        "initial": initial,
        "losses": losses,
        "final": final,
        **({"running": running_statistics} if running_statistics else {}),
    }


GAINS = [("identity", "linear", None), ("sigmoid", "sigmoid", None), ("tanh", "tanh", None), ("relu", "relu", None),
         ("selu", "selu", None), ("leaky_relu", "leaky_relu", 0.01), ("leaky_relu", "leaky_relu", 0.2)]

ROWS, COLUMNS = 200, 50


def initializer_statistics():
    """Deviation and largest magnitude of PyTorch's initialisers for a ReLU layer of 50 inputs and 200 units."""
    gain = nn.init.calculate_gain("relu")
    torch.manual_seed(1)
    fill = {
        "xavier_uniform": lambda w: nn.init.xavier_uniform_(w, gain),
        "xavier_normal": lambda w: nn.init.xavier_normal_(w, gain),
        "kaiming_uniform": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
        "kaiming_normal": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
        "orthogonal": lambda w: nn.init.orthogonal_(w, gain),
        "pytorch_default": lambda w: nn.Linear(COLUMNS, ROWS).weight,
    }
    result = []
    for key, function in fill.items():
        numbers = torch.cat([function(torch.empty(ROWS, COLUMNS)).detach().reshape(-1) for _ in range(20)])
        result.append({"key": key, "deviation": numbers.std().item(), "largest": numbers.abs().max().item()})
    return result


def main():
    torch.set_num_threads(1)
    golden = {
        "comment": f"By make_training.py with PyTorch {torch.__version__}",
        "runs": [finished(run) for run in make_runs()],
        "gains": [{"activation": key, "slope": slope, "gain": nn.init.calculate_gain(name, slope)}
                  for key, name, slope in GAINS],
        "initializers": initializer_statistics(),
    }
    lines = json.dumps(golden, separators=(",", ":")).replace('{"name"', '\n{"name"').replace('"gains"', '\n"gains"')
    (pathlib.Path(__file__).parent / "training.json").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
