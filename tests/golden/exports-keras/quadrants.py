import keras
import numpy as np


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense1 = keras.layers.Dense(4)
        self.dense2 = keras.layers.Dense(2)
        self.dense3 = keras.layers.Dense(1)

    def call(self, x, training=False):
        x = self.dense1(x)
        x = keras.activations.tanh(x)
        x = self.dense2(x)
        x = keras.activations.relu(x)
        x = self.dense3(x)
        x = keras.activations.tanh(x)
        return x


inputs = np.array([
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
], dtype="float32")
targets = np.array([1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0], dtype="float32")
targets = targets.reshape(-1, 1)
targets = 2 * targets - 1


model = Network()
model(inputs[:1])
model.dense1.set_weights([
    np.array([
        [-0.265625, -0.375, -0.484375, 0.421875],
        [0.1875, 0.078125, -0.03125, -0.140625],
    ], dtype="float32"),
    np.array([0.3125, -0.25, 0.203125, -0.359375], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [0.09375, -0.125],
        [-0.46875, 0.328125],
        [-0.015625, -0.234375],
        [0.4375, 0.21875],
    ], dtype="float32"),
    np.array([-0.34375, 0.109375], dtype="float32"),
])
model.dense3.set_weights([
    np.array([
        [-0.453125],
        [0.0],
    ], dtype="float32"),
    np.array([0.453125], dtype="float32"),
])


loss_function = lambda t, o: 0.5 * keras.ops.sum((o - t) ** 2, axis=1)
optimizer = keras.optimizers.SGD(0.25)
model.compile(optimizer=optimizer, loss=loss_function)


def train(epochs):
    for _ in range(epochs):
        order = np.arange(len(inputs))
        for start in range(0, len(order), 16):
            batch = order[start:start + 16]
            model.train_on_batch(inputs[batch], targets[batch])


if __name__ == "__main__":
    print(model.predict(inputs[:1]))
    print(model.evaluate(inputs, targets))
    train(epochs=10)
    print(model.evaluate(inputs, targets))
