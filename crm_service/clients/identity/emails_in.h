#pragma once

#include <string>
#include <vector>

namespace voronka::crm {

// The addresses in a text of one field.
struct EmailsRead {
  // Each once, in the order of the text.
  std::vector<std::string> addresses;
  // False: something in the text may be an address, and it is not clear which one: `petr ivanov@mail.test`.
  bool is_all_clear = true;
};

// Finds the addresses of a text, normalised: `Пётр <petr@mail.test>, mailto:anna@mail.test?subject=a` has two.
// Normalised means in lower case, letters with their marks as one character, and the domain in the letters of its
// language instead of `xn--`. What is not clearly an address is none, so that nobody gets the mail of somebody else. A
// normalised address may be longer than what was written: `İ` becomes two characters.
EmailsRead ReadEmails(const std::string& text);
std::vector<std::string> EmailsIn(const std::string& text);

}  // namespace voronka::crm
