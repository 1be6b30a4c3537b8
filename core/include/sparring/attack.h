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

/// What an accuracy was measured under.
struct Against {
  enum class Kind : uint8_t {
    Clean,   ///< nobody
    Attack,  ///< `attack`
    Own,     ///< the opponent of training
  };
  Kind kind = Kind::Clean;
  AttackSpec attack = {};
  std::string text() const;  ///< "clean", "fgsm:eps=0.1", "own"

  bool operator==(const Against&) const = default;
};

/// Reads what Against::text() writes. Throws Error (Usage) as parseAttack() does.
Against parseAgainst(const std::string& text);

/// A row of the evaluation's list. Attacks and corruptions alike: what differs is what they know. What people read is
/// English, context "attacks".
struct AttackInfo {
  /// Of the classifier under test. In the order of the full suite: those that see the gradient come before those that
  /// are compared with them.
  enum class Knows : uint8_t {
    Gradient,    ///< a white-box attack
    Logits,      ///< a black-box attack
    Substitute,  ///< a transfer attack: another classifier in its place
    Nothing,     ///< a corruption
  };
  struct Value {
    std::string key;
    std::string help;
    double standard = 0, min = 0, max = 1;
    bool whole = false;       ///< whole numbers only
    std::string symbol = {};  ///< in a readout: "ε"; empty: the key
    std::string title = {};   ///< on an axis; empty: the symbol
    std::string times = {};   ///< "%1 steps": the work is done so many times over; empty: no such number
  };
  /// What the full suite measures of it.
  struct Levels {
    std::vector<double> strengths;                ///< from weak to strong; empty: it is not in the suite
    std::map<std::string, double> settings = {};  ///< where they are not the standard ones
    int64_t images = 0;                           ///< so many, see evenPart(); 0: all
  };
  std::string name;
  std::string label;  ///< for people: "PGD"
  std::string help;
  std::vector<Value> values;  ///< the first is the strength
  Knows knows = Knows::Nothing;
  bool diagnostic = false;  ///< measured for the checks alone: nobody would attack with it
  bool witness = false;     ///< many steps towards an error: the masking alarm holds other attacks against it
  Levels suite = {};

  const Value& strength() const { return values.front(); }
  const Value* value(const std::string& key) const;  ///< null where it has none of that key
  bool corruption() const { return knows == Knows::Nothing; }
};
const std::vector<AttackInfo>& attacks();
/// Throws Error (Usage) naming what is known.
const AttackInfo& attackInfo(const std::string& name);

}  // namespace sparring
