#pragma once

#include <map>
#include <string>

namespace voronka::crm {

// The name of a client in a form that asks for it in parts, in whole, or both: `Анна` and `Пробная` give «Анна
// Пробная», and «Анна Пробная» with `Пробная` stays as it is.
class WrittenName {
 public:
  // False, with nothing changed: that part has been given already, or the text is no name (`-`, `none`). `target`: see
  // IsOfName.
  bool Add(const std::string& target, const std::string& text);

  // Empty: no part has been given.
  std::string Whole() const;

 private:
  // By target.
  std::map<std::string, std::string> parts_;
};

}  // namespace voronka::crm
