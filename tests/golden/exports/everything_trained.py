# everything_trained
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
        [-0.32309893, 0.24543521, -0.31374368, 0.13670596, -0.42247286, -0.09010775],
        [0.36034188, -0.08075246, 0.25161266, -0.18948168, 0.14288345, -0.2982109],
        [0.15223871, -0.49896255, -0.07457499, 0.3758746, -0.14126298, 0.36558002],
        [-0.22079983, 0.15841618, -0.28267816, 0.14812152, -0.39140737, -0.021772567],
    ]),
    "norm1.weight": torch.tensor([0.4034074, -0.049686972, 0.38086092, -0.27650067]),
    "norm1.bias": torch.tensor([0.17394894, -0.26714543, 0.18330424, -0.3758746]),
    "norm1.running_mean": torch.tensor([-0.25757608, 0.1350616, -0.0705755, -0.23505771]),
    "norm1.running_var": torch.tensor([0.5657733, 0.7247091, 0.58991176, 0.5412016]),
    "norm1.num_batches_tracked": torch.tensor(0),
    "linear2.weight": torch.tensor([
        [0.0033413873, 0.40694013, -0.034154225, 0.2982109],
        [-0.14288345, 0.18948168, -0.25161266, 0.08075246],
        [-0.36034188, 0.0000023930334, 0.42247286, -0.018621482],
        [0.31374368, -0.1273507, 0.20501444, -0.23607996],
    ]),
    "linear2.bias": torch.tensor([0.09628521, -0.46289366, 0.105640486, 0.45000565]),
    "norm2.weight": torch.tensor([-0.10127141, 0.4473609, -0.21000065, 0.33863172]),
    "norm2.bias": torch.tensor([-0.22054718, 0.11181797, -0.4473609, 0.12117323]),
    "prelu2.weight": torch.tensor([-0.55609006]),
    "linear3.weight": torch.tensor([
        [0.012444014, 0.388491, -0.09628521, 0.35416448],
        [-0.20501444, 0.1273507, -0.31374368, 0.018621482],
        [-0.42247286, 0.027976759, 0.47842643, -0.08075246],
    ]),
    "linear3.bias": torch.tensor([0.36969718, -0.30756623, 0.260968]),
    "linear4.weight": torch.tensor([[-0.41629544, 0.15223871, -0.5051229]]),
    "linear4.bias": torch.tensor([-0.07457499]),
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
    step += 7
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
