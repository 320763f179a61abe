#pragma once

// Minimax coefficients, constant term first; derive_coefficients.py computes them and their errors.
namespace lab::float32::coefficients {

/// e^r - 1 = r + r^2 P(r) for |r| <= ln 2 / 2, relative error 2^-26.1.
inline constexpr float expm1[] = {0x1.fffffep-2f, 0x1.5554b4p-3f, 0x1.5556f2p-5f, 0x1.12254cp-7f,
                                  0x1.6b9c7ap-10f};

/// ln(1 + u) = u + u^2 P(u) for 0 <= u <= 1, relative error 2^-27.5.
inline constexpr float log1p[] = {-0x1.ffffd2p-2f, 0x1.554ddp-2f,   -0x1.ff23e6p-3f,
                                  0x1.934b54p-3f,  -0x1.3a435ep-3f, 0x1.b4ae08p-4f,
                                  -0x1.d6b08cp-5f, 0x1.4917cep-6f,  -0x1.af49cep-9f};

/// -ln(2 Phi(-a)) = a^2 / 2 + a (1/2 + N(a) / D(a)) for 0 <= a <= 12.6; absolute error 2^-26.3 up to a = 5,
/// growing from there with a^2.
inline constexpr float normal_tail_exponent_numerator[] = {0x1.3108cp-2f, 0x1.042b4p-7f, -0x1.94f044p-6f,
                                                           -0x1.117ae4p-7f, -0x1.1eabf8p-12f};
inline constexpr float normal_tail_exponent_denominator[] = {1.0f, 0x1.45f0b4p-1f, 0x1.775fdp-3f,
                                                             0x1.6cca38p-6f, 0x1.23235ep-11f};

}  // namespace lab::float32::coefficients
