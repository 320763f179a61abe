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
], dtype="float32")
targets = np.array([0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0], dtype="float32")
targets = targets.reshape(-1, 1)


model = Network()
model(inputs[:1])
model.dense1.set_weights([
    np.array([
        [-0.20501444, 0.36034188, 0.034154225, -0.17394894],
        [0.1273507, -0.08075246, -0.40694013, 0.15841618],
        [-0.31374368, 0.25161266, -0.07457499, -0.28267816],
        [0.13670596, -0.18948168, 0.3758746, 0.14786965],
        [-0.5109376, 0.14288345, -0.065219715, -0.39140737],
        [-0.05158606, -0.2982109, 0.26714543, -0.005541544],
    ], dtype="float32"),
])
model.norm1.set_weights([
    np.array([0.49062017, -0.08262082, 0.28267816, -0.24356686], dtype="float32"),
    np.array([0.24251188, -0.33570838, 0.10274127, -0.40880853], dtype="float32"),
    np.array([-0.29278323, 0.17617211, -0.07685953, -0.26019967], dtype="float32"),
    np.array([0.73254335, 0.7406328, 1.256479, 0.6593345], dtype="float32"),
])
model.dense2.set_weights([
    np.array([
        [0.0033413873, -0.14288345, -0.36034188, 0.31374368],
        [0.40694013, 0.18948168, 0.0000023930334, -0.1273507],
        [-0.034154225, -0.25161266, 0.42247286, 0.20501444],
        [0.2982109, 0.08075246, -0.018621482, -0.23607996],
    ], dtype="float32"),
    np.array([0.115156926, -0.46289366, 0.08676875, 0.4568774], dtype="float32"),
])
model.norm2.set_weights([
    np.array([-0.0030887313, 0.37879795, -0.11181797, 0.30569783], dtype="float32"),
    np.array([-0.2891101, 0.1803809, -0.37879795, 0.08823939], dtype="float32"),
])
model.prelu2.set_weights([
    np.array([-0.48752722], dtype="float32"),
])
model.dense3.set_weights([
    np.array([
        [-0.06811893, -0.20501444, -0.49103585],
        [0.34480911, 0.1273507, -0.024607036],
        [-0.21436971, -0.31374368, 0.36034188],
        [0.28560153, 0.018621482, -0.113686316],
    ], dtype="float32"),
    np.array([0.30113423, -0.2746323, 0.19240503], dtype="float32"),
])
model.dense4.set_weights([
    np.array([
        [-0.38336155],
        [0.08367577],
        [-0.40694013],
    ], dtype="float32"),
    np.array([-0.006012049], dtype="float32"),
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
        order = np.arange(len(inputs))
        for start in range(0, len(order), 10):
            batch = order[start:start + 10]
            model.train_on_batch(inputs[batch], targets[batch])


if __name__ == "__main__":
    print(model.predict(inputs[:1]))
    print(model.evaluate(inputs, targets))
    train(epochs=10)
    print(model.evaluate(inputs, targets))
