#include "demo/life/chance.h"

namespace voronka::demo {
namespace {

// FNV-1a: std::hash may be another one elsewhere.
uint64_t Mixed(uint64_t hash, std::string_view bytes) {
  constexpr uint64_t kPrime = 0x100000001b3;
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * kPrime;
  return hash;
}

uint64_t SeedOf(uint64_t seed, std::string_view subject, uint64_t number) {
  constexpr uint64_t kOffset = 0xcbf29ce484222325;
  return Mixed(kOffset + seed, subject) + number * 0x9e3779b97f4a7c15;
}

}  // namespace

Chance::Chance(uint64_t seed, std::string_view subject, uint64_t number) : random_(SeedOf(seed, subject, number)) {}

}  // namespace voronka::demo
