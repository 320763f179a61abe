import math

import keras
import numpy as np


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense1 = keras.layers.Dense(4, use_bias=False, kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.005))
        self.norm1 = keras.layers.BatchNormalization(momentum=0.9, epsilon=1e-05)
        self.dense2 = keras.layers.Dense(4, kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.005))
        self.norm2 = keras.layers.LayerNormalization(epsilon=1e-05)
        self.prelu2 = keras.layers.PReLU(shared_axes=[1])
        self.dense3 = keras.layers.Dense(3, kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.005))
        self.dense4 = keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.005))

    def call(self, x, training=False):
        x1, x2 = x[:, 0], x[:, 1]
        x = keras.ops.stack([x1, x2, x1 * x1, x1 * x2, keras.ops.sin(x2), keras.ops.cos(x1)], axis=1)
        x = self.dense1(x)
        x = self.norm1(x, training=training)
        x = keras.activations.elu(x, alpha=0.5)
        skip = x
        x = self.dense2(x)
        x = self.norm2(x)
        x = self.prelu2(x)
        x = x + skip
        x = self.dense3(x)
        x = keras.activations.gelu(x, approximate=True)
        x = self.dense4(x)
        return x


inputs = np.array([
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
], dtype="float32")
targets = np.array([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0], dtype="float32")
targets = targets.reshape(-1, 1)


model = Network()
model(inputs[:1])
model.dense1.set_weights([
    np.array([
        [-0.265625, 0.421875, 0.09375, -0.234375],
        [0.1875, -0.140625, -0.46875, 0.21875],
        [-0.375, 0.3125, -0.015625, -0.34375],
        [0.078125, -0.25, 0.4375, 0.109375],
        [-0.484375, 0.203125, -0.125, -0.453125],
        [-0.03125, -0.359375, 0.328125, 0.0],
    ], dtype="float32"),
])
model.norm1.set_weights([
    np.array([0.453125, -0.109375, 0.34375, -0.21875], dtype="float32"),
    np.array([0.234375, -0.328125, 0.125, -0.4375], dtype="float32"),
    np.array([0.0, 0.0, 0.0, 0.0], dtype="float32"),
    np.array([1.0, 1.0, 1.0, 1.0], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [0.015625, -0.203125, -0.421875, 0.375],
        [0.46875, 0.25, 0.03125, -0.1875],
        [-0.09375, -0.3125, 0.484375, 0.265625],
        [0.359375, 0.140625, -0.078125, -0.296875],
    ], dtype="float32"),
    np.array([0.15625, -0.40625, 0.046875, 0.5], dtype="float32"),
])
model.norm2.set_weights([
    np.array([-0.0625, 0.390625, -0.171875, 0.28125], dtype="float32"),
    np.array([-0.28125, 0.171875, -0.390625, 0.0625], dtype="float32"),
])
model.prelu2.set_weights([
    np.array([-0.5], dtype="float32"),
])
model.dense3.set_weights([
    np.array([
        [-0.046875, -0.265625, -0.484375],
        [0.40625, 0.1875, -0.03125],
        [-0.15625, -0.375, 0.421875],
        [0.296875, 0.078125, -0.140625],
    ], dtype="float32"),
    np.array([0.3125, -0.25, 0.203125], dtype="float32"),
])
model.dense4.set_weights([
    np.array([
        [-0.359375],
        [0.09375],
        [-0.46875],
    ], dtype="float32"),
    np.array([-0.015625], dtype="float32"),
])


class Rate(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        step = keras.ops.cast(step, "float32")
        return 0.01 * (0.2 + (1 - 0.2) * (1 + keras.ops.cos(math.pi * keras.ops.minimum(step / 12, 1.0))) / 2)


loss_function = keras.losses.BinaryCrossentropy(from_logits=True)
optimizer = keras.optimizers.Lion(Rate(), beta_1=0.9, beta_2=0.99, weight_decay=0.1, global_clipnorm=0.75)
model.compile(optimizer=optimizer, loss=loss_function)


def train(epochs):
    for _ in range(epochs):
        order = np.arange(len(inputs))[:20]
        for start in range(0, len(order), 10):
            batch = order[start:start + 10]
            model.train_on_batch(inputs[batch], targets[batch])


if __name__ == "__main__":
    print(model.predict(inputs[:1]))
    print(model.evaluate(inputs, targets))
    train(epochs=10)
    print(model.evaluate(inputs, targets))
