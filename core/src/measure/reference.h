// The reference classifier: it judges generated digits and is where transferred attacks come from. Never the trainee.
#pragma once

#include <functional>
#include <memory>

#include "networks/networks.h"
#include "sparring/data.h"

namespace sparring {

/// P-256-128-C, C classes, with ReLU on the processor, trained on the data set's training images alone, under mild
/// noise, by a recipe that no parameter of a run reaches: the same data gives the same weights, up to rounding. Kept in
/// this process and in dataFolder()/reference; a file there that is broken or another recipe's is made anew, and a
/// folder that cannot be written only means that the next process trains again (some seconds on MNIST).
///
/// Blocks; any thread, several at once too; works with the calling thread's team (ops::setThreads). `progress` gets
/// steps done and in all, every few milliseconds; false ends with an Error ("cancelled"). It is not called where
/// nothing has to be trained.
std::shared_ptr<const Network> referenceClassifier(
    const Dataset& data, const std::function<bool(int64_t done, int64_t total)>& progress = {});

}  // namespace sparring
