#pragma once

#include <cstdint>
#include <string>

namespace voronka::demo {

// Somebody who does not exist.
struct InventedPerson {
  std::string name;
  std::string phone;
  // Some have none.
  std::string email;
  std::string job_title;
};

// In Russia no operator has the code 907, so nobody is called by such a number.
std::string InventedPhone(int number);

// Two numbers are two people, whatever the seed.
InventedPerson PersonNumber(uint64_t seed, int number);

}  // namespace voronka::demo
