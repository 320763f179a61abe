#pragma once

// Minimax coefficients, constant term first; derive_coefficients.py computes them and their errors.
namespace lab::coefficients {

/// 2^f = 1 + f P(f) for |f| <= 1/2, relative error 2^-34.3.
inline constexpr double exp2[] = {0x1.62e42ff0e2122p-1, 0x1.ebfbe077adb5bp-3,  0x1.c6b08abf9bee4p-5,
                                  0x1.3b29f375b0d94p-7, 0x1.5d8a868242c0fp-10, 0x1.445ca688b1393p-13,
                                  0x1.fde5cb9422b7fp-17};

/// 2^f - 1 = f P(f) for |f| <= 1/2, relative error 2^-37.7.
inline constexpr double exp2m1[] = {0x1.62e42fef9cdc9p-1,  0x1.ebfbdff85f5e3p-3,  0x1.c6b08da6ad7cap-5,
                                    0x1.3b2ab6a0c51e1p-7,  0x1.5d877611da989p-10, 0x1.43099b6a79bb4p-13,
                                    0x1.00c0977add814p-16, 0x1.62c0107ce0498p-20};

/// 2 atanh(s) = s P(s^2) for |s| <= 1/3, relative error 2^-38.5.
inline constexpr double atanh_wide[] = {0x1.0000000002c43p+1, 0x1.5555552f91b2ap-1, 0x1.9999c397cb954p-2,
                                        0x1.2489902678414p-2, 0x1.c8d3310aee76fp-3, 0x1.5e8a87fba0938p-3,
                                        0x1.c0177e1ecf8a7p-3};

/// 2 atanh(s) = s P(s^2) for |s| <= (sqrt 2 - 1) / (sqrt 2 + 1), relative error 2^-37.8.
inline constexpr double atanh_narrow[] = {0x1.0000000004a49p+1, 0x1.555554da92f6ep-1, 0x1.999a9cf2ce233p-2,
                                          0x1.2432a7c4d89b0p-2, 0x1.e3b359c0ebd4ap-3};

/// Phi(-a) = exp(-a^2 / 2) P(v) / (a + 4), v = (a - 4) / (a + 4), for 0 <= a <= 14.6, relative error 2^-35.6.
inline constexpr double normal_tail[] = {
    0x1.82b4bb8ca924bp-1,  -0x1.373e3a8b0b77fp-1,  0x1.8c6dbf1556060p-2,   -0x1.7dff2a78aba4dp-3,
    0x1.eec4e0a844803p-5,  -0x1.ee2a14db89bf2p-8,  -0x1.c825c7048d5f2p-9,  0x1.abbb47b7e97f2p-10,
    0x1.1cd2f433272c0p-13, -0x1.e77e6d474a7e5p-13, -0x1.1f57c98b18d4ep-17, 0x1.16aa85932b440p-15,
    0x1.ebc31befb68e2p-18};

/// erfc(t) = exp(-t^2) P(v) / (t + 2), v = (t - 2) / (t + 2), for 1/2 <= t <= 4, error 2^-38.5 of erf.
inline constexpr double erfc[] = {0x1.058671b3faa7ap+0,  -0x1.5fd3870bcdc1cp-1,  0x1.1e2de3decfd3ap-2,
                                  -0x1.2a875f0706fe8p-5, -0x1.6025b77a82afap-6,  0x1.af52df8877771p-8,
                                  0x1.bc452041428c7p-9,  -0x1.8c296b5d6fc8cp-12, -0x1.7204ac8c0cb68p-12};

/// erf(x) = x P(x^2) for |x| <= 1/2, relative error 2^-36.3.
inline constexpr double erf_small[] = {0x1.20dd75041ae66p+0,  -0x1.8127466e12113p-2, 0x1.ce2ef192ff98dp-4,
                                       -0x1.b820128c5172ap-6, 0x1.54ce50181f86dp-8,  -0x1.934e4cec72b81p-11};

/// atan(x) = x P(x^2) for |x| <= sqrt 2 - 1, relative error 2^-40.3.
inline constexpr double atan[] = {0x1.fffffffffe68ap-1,  -0x1.5555554bf2cb2p-2, 0x1.9999907f7023ap-3,
                                  -0x1.249098f173930p-3, 0x1.c6cd2d16fa30ap-4,  -0x1.705e2e004ff78p-4,
                                  0x1.1dcd4bec2d50ep-4,  -0x1.34ee3d1ddf17ep-5};

}  // namespace lab::coefficients
