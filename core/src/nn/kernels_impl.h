// Bodies of the kernels; included by each kernels_*.cpp inside its own anonymous namespace and compiled with that
// file's instruction set. No library templates in here: an inline function compiled for AVX-512 must not be shared by
// the linker.

static inline int64_t minOf(int64_t a, int64_t b) { return a < b ? a : b; }
static inline float clip(float x, float lo, float hi) { return x < lo ? lo : (x > hi ? hi : x); }

// The whole range at once where the work is not worth waking anybody.
template <class Body>
static inline void split(int64_t n, int64_t work, Team& team, int64_t align, Body body) {
  if (work < 16384 || n < 2 * align)
    body(int64_t(0), n);
  else
    splitRange(team, n, align, body);
}

// e^x to about 2 ulp, for |x| clipped to where floats reach: 2^k · p(r), r in [-ln2/2, ln2/2], p the Taylor series.
static inline float expOf(float x) {
  x = clip(x, -87.0f, 88.0f);
  const float k = __builtin_rintf(x * 1.44269504f);
  const float r = (x - k * 0.693359375f) + k * 2.12194440e-4f;
  float p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  const int bits = (static_cast<int>(k) + 127) << 23;
  float two;
  __builtin_memcpy(&two, &bits, sizeof two);
  return p * two;
}

// ln x for normal x > 0: exponent·ln2 + 2·artanh((m-1)/(m+1)), m in [√½, √2).
static inline float logOf(float x) {
  int bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  const int e = (bits - 0x3f3504f3) >> 23;
  const int mantissa = bits - (e << 23);
  float m;
  __builtin_memcpy(&m, &mantissa, sizeof m);
  const float s = (m - 1.0f) / (m + 1.0f);
  const float q = s * s;
  const float series = 2.0f + q * (2.0f / 3 + q * (2.0f / 5 + q * (2.0f / 7 + q * (2.0f / 9))));
  return static_cast<float>(e) * 0.69314718f + s * series;
}

static inline float sigmoidOf(float x) { return 1.0f / (1.0f + expOf(-x)); }

// tanh x = 1 - 2/(1 + e^2x); near zero that cancels, so the series there.
static inline float tanhOf(float x) {
  const float wide = 1.0f - 2.0f / (1.0f + expOf(2.0f * x));
  const float q = x * x;
  const float narrow = x * (1.0f + q * (-1.0f / 3 + q * (2.0f / 15 + q * (-17.0f / 315))));
  return q < 0.02f ? narrow : wide;
}

// NaN stays NaN: it has to reach the loss to be noticed.
template <Act act>
static inline float activate(float x) {
  if (act == Act::Relu) return x < 0 ? 0 : x;
  if (act == Act::LeakyRelu) return x < 0 ? kLeak * x : x;
  if (act == Act::Tanh) return tanhOf(x);
  if (act == Act::Sigmoid) return sigmoidOf(x);
  return x;
}

// The derivative, told from the output.
template <Act act>
static inline float slope(float y) {
  if (act == Act::Relu) return y > 0 ? 1.0f : 0.0f;
  if (act == Act::LeakyRelu) return y > 0 ? 1.0f : kLeak;
  if (act == Act::Tanh) return 1.0f - y * y;
  if (act == Act::Sigmoid) return y * (1.0f - y);
  return 1.0f;
}

// Calls body<act>() for the act known only now.
#define SPARRING_FOR_ACT(act, call) \
  switch (act) {                    \
    case Act::None:                 \
      call(Act::None);              \
      break;                        \
    case Act::Relu:                 \
      call(Act::Relu);              \
      break;                        \
    case Act::LeakyRelu:            \
      call(Act::LeakyRelu);         \
      break;                        \
    case Act::Tanh:                 \
      call(Act::Tanh);              \
      break;                        \
    case Act::Sigmoid:              \
      call(Act::Sigmoid);           \
      break;                        \
  }

template <Act act>
static void biasActRows(Rows y, const float* bias, int64_t first, int64_t last) {
  for (int64_t r = first; r < last; ++r) {
    float* row = y.row(r);
#pragma GCC ivdep
    for (int64_t c = 0; c < y.cols; ++c) row[c] = activate<act>(row[c] + bias[c]);
  }
}

static void biasAct(Rows y, const float* bias, Act act, Team& team) {
  split(y.rows, y.rows * y.cols, team, 1, [&](int64_t first, int64_t last) {
#define CALL(a) biasActRows<a>(y, bias, first, last)
    SPARRING_FOR_ACT(act, CALL)
#undef CALL
  });
}

// Column ranges, so that the sums over rows need no reduction between threads.
template <Act act>
static void actBackwardColumns(Rows dy, Rows y, float* db, int64_t first, int64_t last) {
  if (db)
    for (int64_t c = first; c < last; ++c) db[c] = 0;
  for (int64_t r = 0; r < dy.rows; ++r) {
    float* d = dy.row(r);
    const float* out = y.row(r);
    if (act != Act::None)
#pragma GCC ivdep
      for (int64_t c = first; c < last; ++c) d[c] *= slope<act>(out[c]);
    if (db)
      for (int64_t c = first; c < last; ++c) db[c] += d[c];
  }
}

static void actBackward(Rows dy, Rows y, Act act, float* db, Team& team) {
  split(dy.cols, dy.rows * dy.cols, team, 16, [&](int64_t first, int64_t last) {
#define CALL(a) actBackwardColumns<a>(dy, y, db, first, last)
    SPARRING_FOR_ACT(act, CALL)
#undef CALL
  });
}

template <Act act>
static void batchNormColumns(Rows x, Rows out, const float* gamma, const float* beta, float* mean, float* invstd,
                             float* runningMean, float* runningVar, float momentum, float eps, int64_t first,
                             int64_t last) {
  const float n = static_cast<float>(x.rows);
  for (int64_t c = first; c < last; ++c) mean[c] = invstd[c] = 0;
  for (int64_t r = 0; r < x.rows; ++r) {
    const float* row = x.row(r);
    for (int64_t c = first; c < last; ++c) mean[c] += row[c];
  }
  for (int64_t c = first; c < last; ++c) mean[c] /= n;
  for (int64_t r = 0; r < x.rows; ++r) {
    const float* row = x.row(r);
    for (int64_t c = first; c < last; ++c) invstd[c] += (row[c] - mean[c]) * (row[c] - mean[c]);
  }
  for (int64_t c = first; c < last; ++c) {
    runningMean[c] += momentum * (mean[c] - runningMean[c]);
    runningVar[c] += momentum * (invstd[c] / (n - 1) - runningVar[c]);
    invstd[c] = 1.0f / __builtin_sqrtf(invstd[c] / n + eps);
  }
  for (int64_t r = 0; r < x.rows; ++r) {
    const float* row = x.row(r);
    float* o = out.row(r);
#pragma GCC ivdep
    for (int64_t c = first; c < last; ++c) o[c] = activate<act>((row[c] - mean[c]) * invstd[c] * gamma[c] + beta[c]);
  }
}

static void batchNorm(Rows x, Rows out, const float* gamma, const float* beta, float* mean, float* invstd,
                      float* runningMean, float* runningVar, float momentum, float eps, Act act, Team& team) {
  split(x.cols, x.rows * x.cols, team, 16, [&](int64_t first, int64_t last) {
#define CALL(a) \
  batchNormColumns<a>(x, out, gamma, beta, mean, invstd, runningMean, runningVar, momentum, eps, first, last)
    SPARRING_FOR_ACT(act, CALL)
#undef CALL
  });
}

template <Act act>
static void batchNormBackwardColumns(Rows dout, Rows out, Rows x, const float* gamma, const float* mean,
                                     const float* invstd, float* dgamma, float* dbeta, int64_t first, int64_t last) {
  const float n = static_cast<float>(x.rows);
  for (int64_t c = first; c < last; ++c) dgamma[c] = dbeta[c] = 0;
  for (int64_t r = 0; r < x.rows; ++r) {
    float* d = dout.row(r);
    const float* o = out.row(r);
    const float* in = x.row(r);
#pragma GCC ivdep
    for (int64_t c = first; c < last; ++c) {
      d[c] *= slope<act>(o[c]);
      dbeta[c] += d[c];
      dgamma[c] += d[c] * (in[c] - mean[c]) * invstd[c];
    }
  }
  for (int64_t r = 0; r < x.rows; ++r) {
    float* d = dout.row(r);
    const float* in = x.row(r);
#pragma GCC ivdep
    for (int64_t c = first; c < last; ++c) {
      const float normal = (in[c] - mean[c]) * invstd[c];
      d[c] = gamma[c] * invstd[c] * (d[c] - (dbeta[c] + normal * dgamma[c]) / n);
    }
  }
}

static void batchNormBackward(Rows dout, Rows out, Rows x, const float* gamma, const float* mean, const float* invstd,
                              float* dgamma, float* dbeta, Act act, Team& team) {
  split(x.cols, x.rows * x.cols, team, 16, [&](int64_t first, int64_t last) {
#define CALL(a) batchNormBackwardColumns<a>(dout, out, x, gamma, mean, invstd, dgamma, dbeta, first, last)
    SPARRING_FOR_ACT(act, CALL)
#undef CALL
  });
}

// Softmax of one row into p; returns log of the normaliser (log-sum-exp of the logits).
static inline float softmaxRow(const float* logits, int64_t n, float* p) {
  float top = logits[0];
  for (int64_t c = 1; c < n; ++c) top = logits[c] > top ? logits[c] : top;
  float sum = 0;
  for (int64_t c = 0; c < n; ++c) {
    p[c] = expOf(logits[c] - top);
    sum += p[c];
  }
  const float scale = 1.0f / sum;
  for (int64_t c = 0; c < n; ++c) p[c] *= scale;
  return top + logOf(sum);
}

static void classLossRows(Rows logits, const int32_t* labels, const float* weight, ClassLoss kind, Rows dlogits,
                          float* loss, int64_t first, int64_t last) {
  float p[kMostClasses];
  const int64_t n = logits.cols;
  for (int64_t r = first; r < last; ++r) {
    const float* row = logits.row(r);
    const float normaliser = softmaxRow(row, n, p);
    const int32_t y = labels[r];
    if (kind == ClassLoss::CrossEntropy) {
      loss[r] = normaliser - row[y];
    } else {
      float sum = 0;
      for (int64_t c = 0; c < n; ++c) sum += p[c] * p[c];
      loss[r] = sum - 2 * p[y] + 1;
    }
    if (!dlogits.data) continue;
    float* d = dlogits.row(r);
    const float w = weight[r];
    if (kind == ClassLoss::CrossEntropy) {
      for (int64_t c = 0; c < n; ++c) d[c] = w * p[c];
      d[y] -= w;
    } else {  // 2 p_c ((p_c - y_c) - Σ_k p_k (p_k - y_k))
      float dot = -p[y];
      for (int64_t c = 0; c < n; ++c) dot += p[c] * p[c];
      for (int64_t c = 0; c < n; ++c) d[c] = 2 * w * p[c] * (p[c] - dot);
      d[y] -= 2 * w * p[y];
    }
  }
}

static void classLoss(Rows logits, const int32_t* labels, const float* weight, ClassLoss kind, Rows dlogits,
                      float* loss, Team& team) {
  constexpr int64_t kExponentials = 16;  // what one costs, in simple operations
  split(logits.rows, logits.rows * logits.cols * kExponentials, team, 16,
        [&](int64_t first, int64_t last) { classLossRows(logits, labels, weight, kind, dlogits, loss, first, last); });
}

static void margin(Rows logits, const int32_t* labels, const float* weight, float kappa, Rows dlogits, float* loss,
                   Team& team) {
  split(logits.rows, logits.rows * logits.cols, team, 16, [=](int64_t first, int64_t last) {
    for (int64_t r = first; r < last; ++r) {
      const float* z = logits.row(r);
      const int64_t y = labels[r];
      int64_t rival = y == 0 ? 1 : 0;
      for (int64_t c = rival + 1; c < logits.cols; ++c)
        if (c != y && z[c] > z[rival]) rival = c;
      const float m = z[rival] - z[y];
      loss[r] = m > kappa ? kappa : m;
      if (!dlogits.data) continue;
      float* d = dlogits.row(r);
      for (int64_t c = 0; c < logits.cols; ++c) d[c] = 0;
      if (m > kappa) continue;
      d[rival] = weight[r];
      d[y] = -weight[r];
    }
  });
}

static void verdict(Rows logits, int32_t* predicted, float* confidence) {
  float p[kMostClasses];
  for (int64_t r = 0; r < logits.rows; ++r) {
    softmaxRow(logits.row(r), logits.cols, p);
    int32_t best = 0;
    for (int32_t c = 1; c < logits.cols; ++c)
      if (p[c] > p[best]) best = c;
    predicted[r] = best;
    confidence[r] = p[best];
  }
}

static void divergence(Rows from, Rows to, const float* weight, Rows dfrom, Rows dto, float* loss, Team& team) {
  constexpr int64_t kExponentials = 32;  // what two cost, in simple operations
  split(from.rows, from.rows * from.cols * kExponentials, team, 16, [=](int64_t first, int64_t last) {
    float p[kMostClasses], q[kMostClasses], ratio[kMostClasses];
    const int64_t n = from.cols;
    for (int64_t r = first; r < last; ++r) {
      const float* a = from.row(r);
      const float* b = to.row(r);
      const float shift = softmaxRow(b, n, q) - softmaxRow(a, n, p);
      float sum = 0;
      for (int64_t c = 0; c < n; ++c) {
        ratio[c] = a[c] - b[c] + shift;  // log p - log q
        sum += p[c] * ratio[c];
      }
      loss[r] = sum;
      const float w = weight[r];
      float* d = dto.row(r);
      for (int64_t c = 0; c < n; ++c) d[c] = w * (q[c] - p[c]);
      if (!dfrom.data) continue;
      d = dfrom.row(r);
      for (int64_t c = 0; c < n; ++c) d[c] += w * p[c] * (ratio[c] - sum);
    }
  });
}

// One score at a time: there are few, and in vectors the compiler rounds e^x otherwise, which would change a run's
// bits.
__attribute__((optimize("no-tree-vectorize"))) static void logistic(const float* score, int64_t n, float* p,
                                                                    float* rest) {
  for (int64_t i = 0; i < n; ++i) {
    const float s = score[i], size = s < 0 ? -s : s;
    p[i] = sigmoidOf(s);
    rest[i] = logOf(1.0f + expOf(-size));
  }
}

static void adam(float* p, const float* g, float* m, float* v, int64_t n, AdamStep step, Team& team) {
  constexpr float eps = 1e-8f;
  split(n, n, team, 16, [=](int64_t first, int64_t last) {
    // copies that no store can reach: otherwise each is loaded anew after every store
    const float rate = step.lr / step.correction1;
    const float root = 1.0f / __builtin_sqrtf(step.correction2);
    const float b1 = step.beta1, b2 = step.beta2;
#pragma GCC ivdep
    for (int64_t i = first; i < last; ++i) {
      const float gi = g[i];
      m[i] = b1 * m[i] + (1 - b1) * gi;
      v[i] = b2 * v[i] + (1 - b2) * gi * gi;
      p[i] -= rate * m[i] / (__builtin_sqrtf(v[i]) * root + eps);
    }
  });
}

static void gather(const uint8_t* pixels, const int64_t* index, float scale, float shift, Rows x, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float a = scale, b = shift;
    for (int64_t r = first; r < last; ++r) {
      const uint8_t* from = pixels + index[r] * x.cols;
      float* row = x.row(r);
      for (int64_t c = 0; c < x.cols; ++c) row[c] = a * static_cast<float>(from[c]) + b;
    }
  });
}

static void affine(Rows x, float scale, float shift, float lo, float hi, Rows y, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float a = scale, b = shift, low = lo, high = hi;
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      float* out = y.row(r);
      for (int64_t c = 0; c < x.cols; ++c) out[c] = clip(a * in[c] + b, low, high);
    }
  });
}

static void signStep(Rows x, Rows g, float eps, Rows y, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float e = eps;
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      const float* slopeRow = g.row(r);
      float* out = y.row(r);
      for (int64_t c = 0; c < x.cols; ++c) {
        const float direction = slopeRow[c] > 0 ? e : (slopeRow[c] < 0 ? -e : 0.0f);
        out[c] = clip(in[c] + direction, 0, 1);
      }
    }
  });
}

static void shifted(Rows x, Rows d, float eps, Rows y, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float e = eps;
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      const float* by = d.row(r);
      float* out = y.row(r);
      for (int64_t c = 0; c < x.cols; ++c) out[c] = clip(in[c] + e * by[c], 0, 1);
    }
  });
}

static void shiftedBackward(Rows x, Rows d, float eps, Rows g, Rows dd, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float e = eps;
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      const float* by = d.row(r);
      const float* slopeRow = g.row(r);
      float* out = dd.row(r);
      for (int64_t c = 0; c < x.cols; ++c) {
        const float moved = in[c] + e * by[c];
        out[c] = moved < 0 || moved > 1 ? 0.0f : e * slopeRow[c];
      }
    }
  });
}

static inline float sumOfSquares(const float* x, int64_t n) {
  float sum = 0;
  for (int64_t i = 0; i < n; ++i) sum += x[i] * x[i];
  return sum;
}

static void sizeCost(Rows d, float scale, SizeCost kind, float limit, float weight, Rows g, float* cost, int64_t stride,
                     Team& team) {
  split(d.rows, d.rows * d.cols, team, 1, [=](int64_t first, int64_t last) {
    for (int64_t r = first; r < last; ++r) {
      const float* in = d.row(r);
      float* out = g.row(r);
      const float square = scale * scale * sumOfSquares(in, d.cols), size = __builtin_sqrtf(square);
      const bool beyond = kind == SizeCost::Beyond;
      cost[r * stride] = weight * (!beyond ? square : (size <= limit ? 0.0f : size - limit));
      if (beyond && size <= limit) continue;
      const float share = scale * scale * weight * (beyond ? 1.0f / size : 2.0f);
      for (int64_t c = 0; c < d.cols; ++c) out[c] += share * in[c];
    }
  });
}

static void levelled(Rows x, Rows y, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      float* out = y.row(r);
      const float level = __builtin_sqrtf(sumOfSquares(in, x.cols) / static_cast<float>(x.cols));
      const float scale = level > 0 ? 1.0f / level : 0.0f;
      for (int64_t c = 0; c < x.cols; ++c) out[c] = scale * in[c];
    }
  });
}

static void axpy(Rows x, float scale, Rows y, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float a = scale;
    for (int64_t r = first; r < last; ++r) {
      const float* in = x.row(r);
      float* out = y.row(r);
      for (int64_t c = 0; c < x.cols; ++c) out[c] += a * in[c];
    }
  });
}

static void projectedStep(Rows centre, Rows g, float eps, float alpha, Rows x, Team& team) {
  split(x.rows, x.rows * x.cols, team, 1, [=](int64_t first, int64_t last) {
    const float e = eps, a = alpha;
    for (int64_t r = first; r < last; ++r) {
      const float* middle = centre.row(r);
      const float* slopeRow = g.row(r);
      float* out = x.row(r);
#pragma GCC ivdep
      for (int64_t c = 0; c < x.cols; ++c) {
        const float step = slopeRow[c] > 0 ? a : (slopeRow[c] < 0 ? -a : 0.0f);
        out[c] = clip(clip(out[c] + step, middle[c] - e, middle[c] + e), 0, 1);
      }
    }
  });
}

// Philox-4x32-10 (Salmon et al. 2011), kWide counters at a time: the four numbers of each.
constexpr int kWide = 16;
constexpr int kBlock = 4 * kWide;
struct Words {
  uint32_t a[kWide], b[kWide], c[kWide], d[kWide];
};

static inline void philox(uint64_t key, uint64_t counter, uint32_t block, Words& words) {
  auto& [a, b, c, d] = words;
  uint32_t k0 = static_cast<uint32_t>(key), k1 = static_cast<uint32_t>(key >> 32);
  for (int i = 0; i < kWide; ++i) {
    a[i] = block * kWide + static_cast<uint32_t>(i);
    b[i] = 0;
    c[i] = static_cast<uint32_t>(counter);
    d[i] = static_cast<uint32_t>(counter >> 32);
  }
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < kWide; ++i) {
      const uint64_t p = uint64_t(0xD2511F53u) * a[i];
      const uint64_t q = uint64_t(0xCD9E8D57u) * c[i];
      const uint32_t na = static_cast<uint32_t>(q >> 32) ^ b[i] ^ k0;
      const uint32_t nc = static_cast<uint32_t>(p >> 32) ^ d[i] ^ k1;
      b[i] = static_cast<uint32_t>(q);
      d[i] = static_cast<uint32_t>(p);
      a[i] = na;
      c[i] = nc;
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

static inline float signedUnit(uint32_t word) {
  return static_cast<float>(static_cast<int>(word >> 8)) * 0x1p-23f - 1.0f;
}

static void uniformBlock(uint64_t key, uint64_t counter, uint32_t block, float* out) {
  Words words;
  philox(key, counter, block, words);
  for (int i = 0; i < kWide; ++i) {
    out[i] = signedUnit(words.a[i]);
    out[i + kWide] = signedUnit(words.b[i]);
    out[i + 2 * kWide] = signedUnit(words.c[i]);
    out[i + 3 * kWide] = signedUnit(words.d[i]);
  }
}

// Box-Muller: 4·kWide normals.
static void normalBlock(uint64_t key, uint64_t counter, uint32_t block, float* out) {
  Words words;
  philox(key, counter, block, words);
  const auto pair = [&](const uint32_t* u, const uint32_t* w, float* cosines, float* sines) {
    for (int i = 0; i < kWide; ++i) {
      const float radius =
          __builtin_sqrtf(-2.0f * logOf(static_cast<float>(static_cast<int>(u[i] >> 8)) * 0x1p-24f + 0x1p-25f));
      // angle in quarter turns around 0: t in [-1, 1) of a half turn, folded to a quarter for the series
      const float t = signedUnit(w[i]);
      const float size = t < 0 ? -t : t;
      const float fold = size > 0.5f ? 1.0f - size : size;
      const float x = fold * 3.14159265f, q = x * x;
      const float s = x * (1 + q * (-1.0f / 6 + q * (1.0f / 120 + q * (-1.0f / 5040 + q * (1.0f / 362880)))));
      const float k = 1 + q * (-0.5f + q * (1.0f / 24 + q * (-1.0f / 720 + q * (1.0f / 40320 - q * (1.0f / 3628800)))));
      cosines[i] = radius * (size > 0.5f ? -k : k);
      sines[i] = radius * (t < 0 ? -s : s);
    }
  };
  pair(words.a, words.b, out, out + kWide);
  pair(words.c, words.d, out + 2 * kWide, out + 3 * kWide);
}

// Number e of the stream stands at row e / cols, column e % cols.
template <void block(uint64_t, uint64_t, uint32_t, float*), class Take>
static void numbersEach(uint64_t key, uint64_t counter, Rows y, Team& team, Take take) {
  const int64_t total = y.rows * y.cols;
  const int64_t blocks = (total + kBlock - 1) / kBlock;
  split(blocks, total * 8, team, 1, [&](int64_t first, int64_t last) {
    float numbers[kBlock];
    for (int64_t b = first; b < last; ++b) {
      block(key, counter, static_cast<uint32_t>(b), numbers);
      const int64_t base = b * kBlock, count = minOf(kBlock, total - base);
      int64_t r = base / y.cols, c = base % y.cols;
      for (int64_t i = 0; i < count;) {
        const int64_t run = minOf(count - i, y.cols - c);
        take(r, c, numbers + i, run);
        i += run;
        c = 0;
        ++r;
      }
    }
  });
}

template <void block(uint64_t, uint64_t, uint32_t, float*)>
static void numbers(uint64_t key, uint64_t counter, Rows y, Team& team) {
  numbersEach<block>(key, counter, y, team, [&](int64_t r, int64_t c, const float* from, int64_t n) {
    float* out = y.row(r) + c;
    for (int64_t i = 0; i < n; ++i) out[i] = from[i];
  });
}

// y = clip(x + scale·number, 0, 1)
template <void block(uint64_t, uint64_t, uint32_t, float*)>
static void shaken(Rows x, float scale, uint64_t key, uint64_t counter, Rows y, Team& team) {
  numbersEach<block>(key, counter, y, team, [&](int64_t r, int64_t c, const float* from, int64_t n) {
    const float* in = x.row(r) + c;
    float* out = y.row(r) + c;
    const float s = scale;
    for (int64_t i = 0; i < n; ++i) out[i] = clip(in[i] + s * from[i], 0, 1);
  });
}

static Kernels table(const char* name) {
  return {name,
          biasAct,
          actBackward,
          batchNorm,
          batchNormBackward,
          classLoss,
          margin,
          verdict,
          divergence,
          logistic,
          adam,
          gather,
          affine,
          signStep,
          projectedStep,
          shifted,
          shiftedBackward,
          sizeCost,
          levelled,
          axpy,
          shaken<normalBlock>,
          numbers<normalBlock>,
          numbers<uniformBlock>,
          shaken<uniformBlock>};
}
