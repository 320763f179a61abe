import keras
import numpy as np


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense1 = keras.layers.Dense(5)
        self.dense2 = keras.layers.Dense(1)

    def call(self, x, training=False):
        x1 = x[:, 0]
        x = keras.ops.stack([x1, keras.ops.cos(x1)], axis=1)
        x = self.dense1(x)
        x = keras.activations.silu(x)
        x = self.dense2(x)
        return x


inputs = np.array([
    [-2.0],
    [-0.1875],
    [1.625],
    [-0.625],
    [1.1875],
    [-1.0625],
    [0.75],
    [-1.5],
    [0.3125],
    [-1.9375],
    [-0.125],
    [1.6875],
    [-0.5625],
    [1.25],
    [-1.0],
    [0.8125],
    [-1.4375],
    [0.375],
    [-1.875],
    [-0.0625],
], dtype="float32")
targets = np.array([2.0, 0.1875, 1.625, 0.625, 1.1875, 1.0625, 0.75, 1.5, 0.3125, 1.9375, 0.125, 1.6875, 0.5625, 1.25, 1.0, 0.8125, 1.4375, 0.375, 1.875, 0.0625], dtype="float32")
targets = targets.reshape(-1, 1)


model = Network()
model(inputs[:1])
model.dense1.set_weights([
    np.array([
        [-0.265625, -0.375, -0.484375, 0.421875, 0.3125],
        [0.1875, 0.078125, -0.03125, -0.140625, -0.25],
    ], dtype="float32"),
    np.array([0.203125, -0.359375, 0.09375, -0.46875, -0.015625], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [0.4375],
        [-0.125],
        [0.328125],
        [-0.234375],
        [0.21875],
    ], dtype="float32"),
    np.array([-0.34375], dtype="float32"),
])


class Rate(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        step = keras.ops.cast(step, "float32")
        return 0.03125 * (0.5 ** keras.ops.floor(step / 3))


loss_function = keras.losses.Huber(delta=0.5)
optimizer = keras.optimizers.AdamW(Rate(), weight_decay=0.01, beta_1=0.9, beta_2=0.999, epsilon=1e-08)
model.compile(optimizer=optimizer, loss=loss_function)


def train(epochs):
    for _ in range(epochs):
        order = np.arange(len(inputs))
        for start in range(0, len(order), 8):
            batch = order[start:start + 8]
            model.train_on_batch(inputs[batch], targets[batch])


if __name__ == "__main__":
    print(model.predict(inputs[:1]))
    print(model.evaluate(inputs, targets))
    train(epochs=10)
    print(model.evaluate(inputs, targets))
