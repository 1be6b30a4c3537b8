// What a person is told when a library gives up.
#include "train/failure.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sparring {
namespace {

std::string causeOf(const std::string& what) { return failureOf(std::runtime_error(what), true).cause().str(); }
std::string hintOf(const std::string& what, bool resumable = true) {
  return failureOf(std::runtime_error(what), resumable).hint().str();
}

TEST(Failure, ACardWithoutMemoryIsToldFromAMachineWithoutMemory) {
  EXPECT_NE(causeOf("CUDA out of memory. Tried to allocate 2.00 GiB").find("card"), std::string::npos);
  EXPECT_EQ(causeOf("CUDA error: out of memory"), causeOf("CUDA out of memory. Tried to allocate 2.00 GiB"));
  EXPECT_NE(hintOf("CUDA out of memory. Tried to allocate 2.00 GiB").find("device to cpu"), std::string::npos);
  EXPECT_EQ(failureOf(std::bad_alloc(), true).cause().str(), "There is not enough memory for this run.");
  EXPECT_EQ(causeOf("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."),
            "There is not enough memory for this run.");
}

TEST(Failure, ALostCardSaysWhatItSaidAndHowToGoOn) {
  const std::string said = "CUDA error: unspecified launch failure\nCompile with `TORCH_USE_CUDA_DSA`";
  EXPECT_EQ(causeOf(said), "The card gave up: CUDA error: unspecified launch failure");
  EXPECT_NE(hintOf(said).find("resume"), std::string::npos);
}

TEST(Failure, AnythingElseGivesItsFirstLine) {
  EXPECT_EQ(causeOf("mat1 and mat2 shapes cannot be multiplied\nException raised from …"),
            "Training broke off: mat1 and mat2 shapes cannot be multiplied");
}

TEST(Failure, WhereNothingWasWrittenNothingIsToBeResumed) {
  for (const char* what : {"CUDA out of memory.", "out of memory", "CUDA error: lost", "anything"}) {
    EXPECT_NE(hintOf(what).find("resume"), std::string::npos) << what;
    EXPECT_EQ(hintOf(what, false).find("resume"), std::string::npos) << what;
    EXPECT_FALSE(hintOf(what, false).empty()) << what;
  }
}

}  // namespace
}  // namespace sparring
