# quadrants
import torch
import torch.nn.functional as F
from torch import nn


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(2, 4)
        self.linear2 = nn.Linear(4, 2)
        self.linear3 = nn.Linear(2, 1)

    def forward(self, x):
        x = self.linear1(x)
        x = torch.tanh(x)
        x = self.linear2(x)
        x = F.relu(x)
        x = self.linear3(x)
        x = torch.tanh(x)
        return x


model = Network()
model.load_state_dict({
    "linear1.weight": torch.tensor([
        [-0.265625, 0.1875],
        [-0.375, 0.078125],
        [-0.484375, -0.03125],
        [0.421875, -0.140625],
    ]),
    "linear1.bias": torch.tensor([0.3125, -0.25, 0.203125, -0.359375]),
    "linear2.weight": torch.tensor([
        [0.09375, -0.46875, -0.015625, 0.4375],
        [-0.125, 0.328125, -0.234375, 0.21875],
    ]),
    "linear2.bias": torch.tensor([-0.34375, 0.109375]),
    "linear3.weight": torch.tensor([[-0.453125, 0.0]]),
    "linear3.bias": torch.tensor([0.453125]),
})


inputs = torch.tensor([
    [-2.0, -1.4375],
    [-0.1875, 0.375],
    [1.625, -1.875],
    [-0.625, -0.0625],
    [1.1875, 1.75],
    [-1.0625, -0.5],
    [0.75, 1.3125],
    [-1.5, -0.9375],
    [0.3125, 0.875],
    [-1.9375, -1.375],
    [-0.125, 0.4375],
    [1.6875, -1.8125],
    [-0.5625, 0.0],
    [1.25, 1.8125],
    [-1.0, -0.4375],
    [0.8125, 1.375],
])
targets = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
targets = targets.reshape(-1, 1)
targets = 2 * targets - 1


loss_function = lambda o, t: 0.5 * ((o - t) ** 2).sum(1).mean()
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)


def train(epochs):
    model.train()
    for _ in range(epochs):
        for batch in torch.arange(len(inputs)).split(16):
            optimizer.zero_grad()
            loss = loss_function(model(inputs[batch]), targets[batch])
            loss.backward()
            optimizer.step()
    model.eval()


if __name__ == "__main__":
    model.eval()
    with torch.no_grad():
        print(model(inputs[:1]))
        print(loss_function(model(inputs), targets))
    train(epochs=10)
    with torch.no_grad():
        print(loss_function(model(inputs), targets))
