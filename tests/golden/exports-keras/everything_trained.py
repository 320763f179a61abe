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
        [-0.32309893, 0.36034188, 0.15223871, -0.22079983],
        [0.24543521, -0.08075246, -0.49896255, 0.15841618],
        [-0.31374368, 0.25161266, -0.07457499, -0.28267816],
        [0.13670596, -0.18948168, 0.3758746, 0.14812152],
        [-0.42247286, 0.14288345, -0.14126298, -0.39140737],
        [-0.09010775, -0.2982109, 0.36558002, -0.021772567],
    ], dtype="float32"),
])
model.norm1.set_weights([
    np.array([0.4034074, -0.049686972, 0.38086092, -0.27650067], dtype="float32"),
    np.array([0.17394894, -0.26714543, 0.18330424, -0.3758746], dtype="float32"),
    np.array([-0.25757608, 0.1350616, -0.0705755, -0.23505771], dtype="float32"),
    np.array([0.5657733, 0.7247091, 0.58991176, 0.5412016], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [0.0033413873, -0.14288345, -0.36034188, 0.31374368],
        [0.40694013, 0.18948168, 0.0000023930334, -0.1273507],
        [-0.034154225, -0.25161266, 0.42247286, 0.20501444],
        [0.2982109, 0.08075246, -0.018621482, -0.23607996],
    ], dtype="float32"),
    np.array([0.09628521, -0.46289366, 0.105640486, 0.45000565], dtype="float32"),
])
model.norm2.set_weights([
    np.array([-0.10127141, 0.4473609, -0.21000065, 0.33863172], dtype="float32"),
    np.array([-0.22054718, 0.11181797, -0.4473609, 0.12117323], dtype="float32"),
])
model.prelu2.set_weights([
    np.array([-0.55609006], dtype="float32"),
])
model.dense3.set_weights([
    np.array([
        [0.012444014, -0.20501444, -0.42247286],
        [0.388491, 0.1273507, 0.027976759],
        [-0.09628521, -0.31374368, 0.47842643],
        [0.35416448, 0.018621482, -0.08075246],
    ], dtype="float32"),
    np.array([0.36969718, -0.30756623, 0.260968], dtype="float32"),
])
model.dense4.set_weights([
    np.array([
        [-0.41629544],
        [0.15223871],
        [-0.5051229],
    ], dtype="float32"),
    np.array([-0.07457499], dtype="float32"),
])


class Rate(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        step = keras.ops.cast(step, "float32") + 7
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
