/** Code for Keras 3; `{name}` stands for a parameter, `{rate}` for the learning rate, `{options}` for further arguments. */

export const KERAS_LOSSES: Readonly<Record<string, string>> = {
  bce_with_logits: 'keras.losses.BinaryCrossentropy(from_logits=True)',
  half_squared: 'lambda t, o: 0.5 * keras.ops.sum((o - t) ** 2, axis=1)',
  hinge: 'keras.losses.Hinge()',
  huber: 'keras.losses.Huber(delta={delta})',
  mse: 'keras.losses.MeanSquaredError()',
  naive_bce: 'lambda t, o: -keras.ops.mean(t * keras.ops.log(o) + (1 - t) * keras.ops.log(1 - o), axis=1)',
  softmax_cross_entropy: 'keras.losses.CategoricalCrossentropy(from_logits=True)',
};

/** The small number in the denominator is at another place than in PyTorch, but for SGD, momentum and Lion. */
export const KERAS_OPTIMIZERS: Readonly<Record<string, string>> = {
  adagrad: 'keras.optimizers.Adagrad({rate}, initial_accumulator_value=0.0, epsilon={eps}{options})',
  adam: 'keras.optimizers.Adam({rate}, beta_1={beta1}, beta_2={beta2}, epsilon={eps}{options})',
  adamw:
    'keras.optimizers.AdamW({rate}, weight_decay={weight_decay}, beta_1={beta1}, beta_2={beta2}, epsilon={eps}{options})',
  lion: 'keras.optimizers.Lion({rate}, beta_1={beta1}, beta_2={beta2}, weight_decay={weight_decay}{options})',
  momentum: 'keras.optimizers.SGD({rate}, momentum={momentum}{options})',
  nesterov: 'keras.optimizers.SGD({rate}, momentum={momentum}, nesterov=True{options})',
  rmsprop: 'keras.optimizers.RMSprop({rate}, rho={alpha}, epsilon={eps}{options})',
  sgd: 'keras.optimizers.SGD({rate}{options})',
};
