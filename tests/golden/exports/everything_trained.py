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
        [-0.20501444, 0.1273507, -0.31374368, 0.13670596, -0.5109376, -0.05158606],
        [0.36034188, -0.08075246, 0.25161266, -0.18948168, 0.14288345, -0.2982109],
        [0.034154225, -0.40694013, -0.07457499, 0.3758746, -0.065219715, 0.26714543],
        [-0.17394894, 0.15841618, -0.28267816, 0.14786965, -0.39140737, -0.005541544],
    ]),
    "norm1.weight": torch.tensor([0.49062017, -0.08262082, 0.28267816, -0.24356686]),
    "norm1.bias": torch.tensor([0.24251188, -0.33570838, 0.10274127, -0.40880853]),
    "norm1.running_mean": torch.tensor([-0.29278323, 0.17617211, -0.07685953, -0.26019967]),
    "norm1.running_var": torch.tensor([0.73254335, 0.7406328, 1.256479, 0.6593345]),
    "norm1.num_batches_tracked": torch.tensor(0),
    "linear2.weight": torch.tensor([
        [0.0033413873, 0.40694013, -0.034154225, 0.2982109],
        [-0.14288345, 0.18948168, -0.25161266, 0.08075246],
        [-0.36034188, 0.0000023930334, 0.42247286, -0.018621482],
        [0.31374368, -0.1273507, 0.20501444, -0.23607996],
    ]),
    "linear2.bias": torch.tensor([0.115156926, -0.46289366, 0.08676875, 0.4568774]),
    "norm2.weight": torch.tensor([-0.0030887313, 0.37879795, -0.11181797, 0.30569783]),
    "norm2.bias": torch.tensor([-0.2891101, 0.1803809, -0.37879795, 0.08823939]),
    "prelu2.weight": torch.tensor([-0.48752722]),
    "linear3.weight": torch.tensor([
        [-0.06811893, 0.34480911, -0.21436971, 0.28560153],
        [-0.20501444, 0.1273507, -0.31374368, 0.018621482],
        [-0.49103585, -0.024607036, 0.36034188, -0.113686316],
    ]),
    "linear3.bias": torch.tensor([0.30113423, -0.2746323, 0.19240503]),
    "linear4.weight": torch.tensor([[-0.38336155, 0.08367577, -0.40694013]]),
    "linear4.bias": torch.tensor([-0.006012049]),
})


inputs = torch.tensor([
    [-2.0, 0.875],
    [-0.1875, -1.375],
    [1.625, 0.4375],
    [-0.625, -1.8125],
    [1.1875, 0.0],
    [-1.0625, 1.8125],
    [0.75, -0.4375],
    [-1.5, 1.375],
    [0.3125, -0.875],
    [-1.9375, 0.9375],
    [-0.125, -1.3125],
    [1.6875, 0.5],
    [-0.5625, -1.75],
    [1.25, 0.0625],
    [-1.0, 1.875],
    [0.8125, -0.375],
    [-1.4375, 1.4375],
    [0.375, -0.8125],
    [-1.875, 1.0],
    [-0.0625, -1.25],
    [1.75, 0.5625],
    [-0.5, -1.6875],
    [1.3125, 0.125],
    [-0.9375, 1.9375],
])
targets = torch.tensor([0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0])
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
        for batch in torch.arange(len(inputs)).split(10):
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
