#include "crm_service/work/files/file_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <system_error>
#include <vector>

#include "tests/foundation/process/temporary_folder.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

using crm::ContentKey;
using crm::FileStore;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr crm::UploadKey kUpload = {7, 1};
// Of "hello".
constexpr char kHello[] = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
const ContentKey kContent = {7, kHello};

class FileStoreTest : public ::testing::Test {
 protected:
  fs::path folder() const { return root_ / "files"; }
  std::vector<fs::path> FilesIn(const std::string& part) const {
    std::vector<fs::path> files;
    if (!fs::exists(folder() / part)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder() / part)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    return files;
  }
  void KeepHello() {
    store_.Append(kUpload, 0, "hello");
    store_.Keep(kUpload, kContent);
  }
  static FileStore::Time Later() { return FileStore::Time::clock::now() + std::chrono::hours(1); }

  const process::TemporaryFolder root_;
  FileStore store_{folder()};
};

TEST_F(FileStoreTest, KeepsContentByWhatItIs) {
  store_.Append(kUpload, 0, "hel");
  store_.Append(kUpload, 3, "lo");
  EXPECT_EQ(store_.Digest(kUpload, 5), kHello);
  store_.Keep(kUpload, kContent);
  store_.Drop(kUpload);
  EXPECT_THAT(FilesIn("content"), ::testing::ElementsAre(folder() / "content/7/2c/f2" / kHello));
  EXPECT_THAT(FilesIn("uploads"), IsEmpty());
  EXPECT_EQ(store_.Read(kContent, 1, 3), "ell");
  EXPECT_EQ(store_.Read(kContent, 3, 100), "lo");
  EXPECT_EQ(store_.Read(kContent, 5, 100), "");
}

// Whoever dies between two steps begins that step again.
TEST_F(FileStoreTest, MayRepeatEveryStep) {
  store_.Append(kUpload, 0, "hexxx and more");
  store_.Append(kUpload, 2, "llo");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(store_.Digest(kUpload, 5), kHello);
  EXPECT_THAT(FilesIn("content"), IsEmpty()) << "until it is kept, there is nothing";
  for (int i = 0; i < 2; ++i) store_.Keep(kUpload, kContent);
  for (int i = 0; i < 2; ++i) store_.Drop(kUpload);
  EXPECT_EQ(store_.Read(kContent, 0, 100), "hello");
}

TEST_F(FileStoreTest, KeepsEqualContentOfAnAccountOnce) {
  KeepHello();
  store_.Append({7, 2}, 0, "hello");
  store_.Keep({7, 2}, kContent);
  EXPECT_THAT(FilesIn("content"), SizeIs(1));
  store_.Keep({7, 2}, {8, kHello});
  EXPECT_THAT(FilesIn("content"), SizeIs(2)) << "each account has its own";
}

// As after a restore of the database: the numbers of uploads are given out again.
TEST_F(FileStoreTest, DoesNotWriteIntoContent) {
  KeepHello();
  store_.Append(kUpload, 0, "other");
  EXPECT_EQ(store_.Read(kContent, 0, 100), "hello");
}

TEST_F(FileStoreTest, FillsNoGapWithZeros) {
  EXPECT_THROW(store_.Append(kUpload, 5, "lo"), std::system_error);
  store_.Append(kUpload, 0, "hel");
  EXPECT_THROW(store_.Digest(kUpload, 5), std::system_error);
}

TEST_F(FileStoreTest, KeepsEmptyFiles) {
  const std::string digest = store_.Digest(kUpload, 0);
  store_.Keep(kUpload, {7, digest});
  EXPECT_EQ(store_.Read({7, digest}, 0, 100), "");
}

TEST_F(FileStoreTest, FindsOldContentOnly) {
  KeepHello();
  const auto folders = store_.ContentFolders();
  ASSERT_THAT(folders, SizeIs(1));
  EXPECT_THAT(store_.ContentOlder(folders[0], FileStore::Time::clock::now() - std::chrono::hours(1)), IsEmpty());
  const auto old = store_.ContentOlder(folders[0], Later());
  ASSERT_THAT(old, SizeIs(1));
  EXPECT_EQ(old[0].account_id, 7);
  EXPECT_EQ(old[0].sha256, kHello);
  EXPECT_FALSE(store_.RemoveOlder(kContent, FileStore::Time::clock::now() - std::chrono::hours(1)));
  EXPECT_TRUE(store_.RemoveOlder(kContent, Later()));
  EXPECT_THAT(FilesIn("content"), IsEmpty());
}

TEST_F(FileStoreTest, CountsContentThatIsKeptAgainAsNew) {
  KeepHello();
  const fs::path file = FilesIn("content").at(0);
  fs::last_write_time(file, FileStore::Time::clock::now() - std::chrono::hours(100));
  store_.Append({7, 2}, 0, "hello");
  store_.Keep({7, 2}, kContent);
  EXPECT_FALSE(store_.RemoveOlder(kContent, FileStore::Time::clock::now() - std::chrono::hours(50)));
}

}  // namespace
}  // namespace voronka::testing
