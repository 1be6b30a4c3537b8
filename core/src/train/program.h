// How the work of a step is run: called as it is, or on a card recorded once as a CUDA graph and replayed.
#pragma once

#include <c10/core/Device.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace sparring {

/// What a device can do about repeated work. Tests put their own in place.
class Recorder {
 public:
  using Work = std::function<void()>;
  virtual ~Recorder() = default;
  /// Does it, where recording would.
  virtual void run(const Work& work) = 0;
  /// Notes what `work` would do, without doing it; what is returned does it.
  virtual Work record(const Work& work) = 0;
};

/// The device's own; null where repeated work is simply called again.
std::unique_ptr<Recorder> makeRecorder(c10::Device device);

/// Work that is done again and again under a few names. The same name must mean the same operations on the same
/// buffers; whatever differs from one time to the next is in those buffers before.
class Program {
 public:
  explicit Program(std::unique_ptr<Recorder> recorder) : recorder_(std::move(recorder)) {}

  /// Does `work`. The first kWarmUp times of a name it is called (libraries choose their kernels then), the next
  /// records it, and from there on the record is replayed.
  void run(const std::string& name, const Recorder::Work& work);
  /// Work that differs from time to time, in order with the rest.
  void runOnce(const Recorder::Work& work);

  static constexpr int kWarmUp = 3;

 private:
  struct Entry {
    int runs = 0;
    Recorder::Work replay;
  };
  std::unique_ptr<Recorder> recorder_;
  std::map<std::string, Entry> entries_;
};

}  // namespace sparring
