# everything
import math

import torch
import torch.nn.functional as F
from torch import nn


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                mean = self.state[p].setdefault("mean", torch.zeros_like(p))
                direction = torch.sign(beta1 * mean + (1 - beta1) * p.grad)
                mean.mul_(beta2).add_(p.grad, alpha=1 - beta2)
                p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(direction, alpha=group["lr"])


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(6, 4, bias=False)
        self.norm1 = nn.BatchNorm1d(4)
        self.linear2 = nn.Linear(4, 4)
        self.norm2 = nn.LayerNorm(4)
        self.prelu2 = nn.PReLU()
        self.linear3 = nn.Linear(4, 3)
        self.linear4 = nn.Linear(3, 1)

    def forward(self, x):
        x1, x2 = x[:, 0], x[:, 1]
        x = torch.stack([x1, x2, x1 * x1, x1 * x2, torch.sin(x2), torch.cos(x1)], dim=1)
        x = self.linear1(x)
        x = self.norm1(x)
        x = F.elu(x, alpha=0.5)
        skip = x
        x = self.linear2(x)
        x = self.norm2(x)
        x = self.prelu2(x)
        x = x + skip
        x = self.linear3(x)
        x = F.gelu(x, approximate='tanh')
        x = self.linear4(x)
        return x


model = Network()
model.load_state_dict({
    "linear1.weight": torch.tensor([
        [-0.265625, 0.1875, -0.375, 0.078125, -0.484375, -0.03125],
        [0.421875, -0.140625, 0.3125, -0.25, 0.203125, -0.359375],
        [0.09375, -0.46875, -0.015625, 0.4375, -0.125, 0.328125],
        [-0.234375, 0.21875, -0.34375, 0.109375, -0.453125, 0.0],
    ]),
    "norm1.weight": torch.tensor([0.453125, -0.109375, 0.34375, -0.21875]),
    "norm1.bias": torch.tensor([0.234375, -0.328125, 0.125, -0.4375]),
    "norm1.running_mean": torch.tensor([0.0, 0.0, 0.0, 0.0]),
    "norm1.running_var": torch.tensor([1.0, 1.0, 1.0, 1.0]),
    "norm1.num_batches_tracked": torch.tensor(0),
    "linear2.weight": torch.tensor([
        [0.015625, 0.46875, -0.09375, 0.359375],
        [-0.203125, 0.25, -0.3125, 0.140625],
        [-0.421875, 0.03125, 0.484375, -0.078125],
        [0.375, -0.1875, 0.265625, -0.296875],
    ]),
    "linear2.bias": torch.tensor([0.15625, -0.40625, 0.046875, 0.5]),
    "norm2.weight": torch.tensor([-0.0625, 0.390625, -0.171875, 0.28125]),
    "norm2.bias": torch.tensor([-0.28125, 0.171875, -0.390625, 0.0625]),
    "prelu2.weight": torch.tensor([-0.5]),
    "linear3.weight": torch.tensor([
        [-0.046875, 0.40625, -0.15625, 0.296875],
        [-0.265625, 0.1875, -0.375, 0.078125],
        [-0.484375, -0.03125, 0.421875, -0.140625],
    ]),
    "linear3.bias": torch.tensor([0.3125, -0.25, 0.203125]),
    "linear4.weight": torch.tensor([[-0.359375, 0.09375, -0.46875]]),
    "linear4.bias": torch.tensor([-0.015625]),
})


inputs = torch.tensor([
    [-2.0, -0.5],
    [-0.1875, 1.3125],
    [1.625, -0.9375],
    [-0.625, 0.875],
    [1.1875, -1.375],
    [-1.0625, 0.4375],
    [0.75, -1.8125],
    [-1.5, 0.0],
    [0.3125, 1.8125],
    [-1.9375, -0.4375],
    [-0.125, 1.375],
    [1.6875, -0.875],
    [-0.5625, 0.9375],
    [1.25, -1.3125],
    [-1.0, 0.5],
    [0.8125, -1.75],
    [-1.4375, 0.0625],
    [0.375, 1.875],
    [-1.875, -0.375],
    [-0.0625, 1.4375],
    [1.75, -0.8125],
])
targets = torch.tensor([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0])
targets = targets.reshape(-1, 1)


def penalty():
    weights = [module.weight for module in model.modules() if isinstance(module, nn.Linear)]
    return sum(0.001 * w.abs().sum() + 0.005 * (w * w).sum() for w in weights)


def rate_factor(step):
    return 0.2 + (1 - 0.2) * (1 + math.cos(math.pi * min(step / 12, 1.0))) / 2


loss_function = nn.BCEWithLogitsLoss()
optimizer = Lion(model.parameters(), lr=0.01, betas=(0.9, 0.99), weight_decay=0.1)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_factor)


def train(epochs):
    model.train()
    for _ in range(epochs):
        for batch in torch.arange(len(inputs))[:20].split(10):
            optimizer.zero_grad()
            loss = loss_function(model(inputs[batch]), targets[batch])
            loss = loss + penalty()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 0.75)
            optimizer.step()
            scheduler.step()
    model.eval()


if __name__ == "__main__":
    model.eval()
    with torch.no_grad():
        print(model(inputs[:1]))
        print(loss_function(model(inputs), targets))
    train(epochs=10)
    with torch.no_grad():
        print(loss_function(model(inputs), targets))
