// CUDA graphs: one launch a step in place of some hundred.
#include <ATen/cuda/CUDAEvent.h>
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include "train/program.h"

namespace sparring {

namespace {

class CudaGraphs : public Recorder {
 public:
  explicit CudaGraphs(c10::Device device) : stream_(c10::cuda::getStreamFromPool(false, device.index())) {}

  void run(const Work& work) override {
    const c10::cuda::CUDAStreamGuard guard(stream_);
    // what other streams have left behind (an evaluation, an edit) comes first, and they wait for this
    after(c10::cuda::getDefaultCUDAStream(stream_.device_index()), stream_);
    work();
    after(stream_, c10::cuda::getDefaultCUDAStream(stream_.device_index()));
  }

  Work record(const Work& work) override {
    const c10::cuda::CUDAStreamGuard guard(stream_);
    auto graph = std::make_shared<at::cuda::CUDAGraph>();
    // other threads may go on allocating meanwhile
    graph->capture_begin({0, 0}, cudaStreamCaptureModeThreadLocal);
    try {
      work();
    } catch (...) {
      endQuietly(*graph);
      throw;
    }
    graph->capture_end();
    return [this, graph] { run([&] { graph->replay(); }); };
  }

 private:
  // A stream left in the middle of a recording would answer everything after with an error of its own.
  static void endQuietly(at::cuda::CUDAGraph& graph) {
    try {
      graph.capture_end();
    } catch (const std::exception&) {
      // what broke the recording is what counts
    }
  }

  static void after(const c10::cuda::CUDAStream& first, const c10::cuda::CUDAStream& then) {
    at::cuda::CUDAEvent event;
    event.record(first);
    event.block(then);
  }

  c10::cuda::CUDAStream stream_;
};

}  // namespace

std::unique_ptr<Recorder> makeRecorder(c10::Device device) {
  if (!device.is_cuda()) return nullptr;
  return std::make_unique<CudaGraphs>(device);
}

}  // namespace sparring
