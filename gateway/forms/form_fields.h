#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::gateway {

// A field of a form, in the bytes that came.
struct FormField {
  std::string name;
  std::string value;
  // In which the bytes are text, as `windows-1251`. Empty: the sender does not say.
  std::string charset;
};

// What is sent beyond what is taken field by field is kept together in the field of this name.
inline constexpr char kMoreName[] = "_more";
// What a client wrote where no field is named.
inline constexpr char kTextName[] = "text";

// In the order of the form; a name may stand several times.
class FormFields {
 public:
  // More are kept together, up to 64 KiB of them: a body may have a hundred thousand.
  static constexpr size_t kMost = 1000;

  void Add(FormField field);

  const std::vector<FormField>& all() const { return fields_; }
  // Takes the fields of that name out. The first value that is not empty.
  std::string Extract(std::string_view name);
  // Takes the fields from that one on out.
  std::vector<FormField> TakeFrom(size_t first);

 private:
  std::vector<FormField> fields_;
};

}  // namespace voronka::gateway
