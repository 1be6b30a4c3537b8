#include <ATen/Context.h>
#include <ATen/Version.h>
#include <torch/version.h>

#include <thread>

#include "nn/gemm.h"
#include "nn/kernels.h"
#include "sparring/version.h"

namespace sparring {

std::string buildReport() {
  std::string text = "Sparring " + version() + "\n";
  text += "LibTorch " TORCH_VERSION "\n";
  text += std::string("CUDA: ") + (at::globalContext().hasCUDA() ? "yes" : "no") + "\n";
  text += std::string("Matrix products: ") + ops::gemmName() + "\n";
  text += std::string("Fused passes: ") + kernels().name + "\n";
  text += "Processor cores: " + std::to_string(std::thread::hardware_concurrency()) + "\n";
  return text;
}

}  // namespace sparring
