#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

#include "sparring/library.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

/// Everything but the seed and the machine.
std::string settingOf(const LibraryRun& run) {
  Params params = onMachineOf({}, run.params);
  params.seed = {};
  std::string text = run.sweep + "\n" + run.dataName;
  for (const ParamRow& row : paramTable()) text += "\n" + paramText(params, row);
  return text;
}

/// By run a number that those of one family share.
std::vector<size_t> families(const std::vector<LibraryRun>& runs) {
  std::vector<size_t> root(runs.size());
  std::iota(root.begin(), root.end(), size_t{0});
  const auto rootOf = [&](size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  std::map<fs::path, size_t> byFolder;
  const auto whole = [](const fs::path& path) { return fs::absolute(path).lexically_normal(); };
  for (size_t i = 0; i < runs.size(); ++i) byFolder[whole(runs[i].folder)] = i;
  for (size_t i = 0; i < runs.size(); ++i) {
    if (!runs[i].parent) continue;
    // those whose parent is gone are still its children together
    const auto [parent, gone] = byFolder.emplace(whole(runs[i].parent->run), i);
    root[rootOf(i)] = rootOf(parent->second);
  }
  for (size_t i = 0; i < runs.size(); ++i) root[i] = rootOf(i);
  return root;
}

/// The groups of runs with the same key; those without one stand alone.
template <class Key>
std::vector<RunGroup> byKey(const std::vector<LibraryRun>& runs, const std::vector<Key>& keys, size_t least) {
  std::map<Key, size_t> places;
  std::vector<RunGroup> groups;
  for (size_t i = 0; i < runs.size(); ++i) {
    if (keys[i] == Key()) continue;
    const auto [place, added] = places.emplace(keys[i], groups.size());
    if (added) groups.emplace_back();
    groups[place->second].runs.push_back(i);
  }
  std::erase_if(groups, [least](const RunGroup& group) { return group.runs.size() < least; });
  for (RunGroup& group : groups) {
    const auto first = std::ranges::min_element(group.runs, {}, [&](size_t i) { return runs[i].started; });
    group.name = runs[*first].title();
  }
  return groups;
}

/// Puts each run behind the one that it goes on from, those of one parent in the order of where they left it.
void asTree(const std::vector<LibraryRun>& runs, RunGroup& group) {
  const auto isParent = [&](size_t parent, size_t child) {
    return runs[child].parent && fs::absolute(runs[child].parent->run).lexically_normal() ==
                                     fs::absolute(runs[parent].folder).lexically_normal();
  };
  const auto stands = [&](size_t child) {  // its parent is none of these
    return std::ranges::none_of(group.runs, [&](size_t other) { return isParent(other, child); });
  };
  std::vector<size_t> order;
  std::vector<int> depths;
  const std::function<void(size_t, int)> add = [&](size_t run, int depth) {
    if (std::ranges::find(order, run) != order.end()) return;
    order.push_back(run);
    depths.push_back(depth);
    std::vector<size_t> children;
    std::ranges::copy_if(group.runs, std::back_inserter(children), [&](size_t child) { return isParent(run, child); });
    std::ranges::stable_sort(children, {}, [&](size_t child) { return runs[child].parent->step; });
    for (const size_t child : children) add(child, depth + 1);
  };
  for (const size_t run : group.runs)
    if (stands(run)) add(run, 0);
  for (const size_t run : group.runs) add(run, 0);  // of a circle, which only a hand can write
  group.runs = std::move(order);
  group.depths = std::move(depths);
}

}  // namespace

std::vector<RunGroup> groupsOf(const std::vector<LibraryRun>& runs, Grouping by) {
  std::vector<std::string> keys(runs.size());
  switch (by) {
    case Grouping::None:
      return {};
    case Grouping::Sweep: {
      for (size_t i = 0; i < runs.size(); ++i) keys[i] = runs[i].sweep;
      auto groups = byKey(runs, keys, 1);
      for (RunGroup& group : groups) group.name = runs[group.runs.front()].sweep;
      return groups;
    }
    case Grouping::Seeds: {
      for (size_t i = 0; i < runs.size(); ++i)
        if (!runs[i].problem) keys[i] = settingOf(runs[i]);
      return byKey(runs, keys, 2);
    }
    case Grouping::Forks: {
      const auto family = families(runs);
      for (size_t i = 0; i < runs.size(); ++i) keys[i] = std::to_string(family[i]);
      auto groups = byKey(runs, keys, 2);
      for (RunGroup& group : groups) asTree(runs, group);
      return groups;
    }
  }
  return {};
}

}  // namespace sparring
