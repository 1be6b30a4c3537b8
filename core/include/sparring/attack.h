// The attacks and corruptions of the evaluation, by name.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sparring {

/// One attack with its parameters. `values` holds every parameter, defaults filled in.
struct AttackSpec {
  std::string name;                      ///< a row of attacks()
  std::map<std::string, double> values;  ///< by the row's keys; sigma and eps in pixel units, images in [0,1]
  std::string text() const;              ///< every value, by key: "fgsm:eps=0.1"
  std::string written() const;  ///< as a person would: the strength, and what is not as usual, "pgd:eps=0.1,steps=5"

  bool operator==(const AttackSpec&) const = default;
};

/// Reads "NAME[:key=value,...]". Throws Error (Usage) naming what is known.
AttackSpec parseAttack(const std::string& text);

/// Reads attacks between commas, as in "pgd:eps=0.1,steps=5,noise": a key=value without a name belongs to the attack
/// before it. None for empty text. Throws Error (Usage) as parseAttack does, and where an attack stands twice.
std::vector<AttackSpec> parseAttacks(const std::string& text);
/// The same as text, each as written().
std::string attacksText(const std::vector<AttackSpec>& attacks);

/// A row of the evaluation's list. Attacks and corruptions alike: what differs is what they know.
struct AttackInfo {
  /// Of the classifier under test.
  enum class Knows : uint8_t {
    Nothing,     ///< a corruption
    Gradient,    ///< a white-box attack
    Logits,      ///< a black-box attack
    Substitute,  ///< a transfer attack: another classifier in its place
  };
  std::string name;
  std::string help;  ///< English, context "attacks"
  struct Value {
    std::string key;
    std::string help;
    double standard, min, max;
    bool whole = false;  ///< whole numbers only
  };
  std::vector<Value> values;  ///< the first is the strength
  Knows knows = Knows::Nothing;
  bool diagnostic = false;  ///< measured for the checks alone: nobody would attack with it
};
const std::vector<AttackInfo>& attacks();
/// Throws Error (Usage) naming what is known.
const AttackInfo& attackInfo(const std::string& name);

}  // namespace sparring
