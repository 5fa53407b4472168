#include "foundation/process/read_file.h"

#include <gtest/gtest.h>

#include <system_error>

#include "tests/foundation/process/temporary_folder.h"

namespace voronka::process {
namespace {

TEST(ReadingAFile, FailsIfItIsMissingOrAFolder) {
  const TemporaryFolder folder;
  EXPECT_THROW(ReadFile(folder / "nowhere"), std::system_error);
  EXPECT_THROW(ReadFile(folder / "."), std::system_error);
}

TEST(ReadingAFile, ReturnsAllOfIt) {
  const TemporaryFolder folder;
  const std::string bytes = std::string(10'000, 'x') + std::string("\0\n", 2);
  EXPECT_EQ(ReadFile(folder.Write("long", bytes)), bytes);
  EXPECT_EQ(ReadFile(folder.Write("empty", "")), "");
}

}  // namespace
}  // namespace voronka::process
