// What nobody can ask for any more is cleared away, and nothing else.
#include "crm_service/work/files/file_collection.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/files/file_requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using std::chrono::hours;

struct CollectionOffice : Office {
  const Deal deal = AnnasDeal();
  config::v1::Crm configuration = InCrmsFolder();
  crm::FileKeeping keeping{configuration};
  crm::FileCollection collection{keeping};

  static config::v1::Crm InCrmsFolder() {
    config::v1::Crm configuration;
    configuration.mutable_files()->set_store_folder(Crm().files().string());
    return configuration;
  }
  std::filesystem::path PathOf(const std::string& sha256) const {
    return Crm().files() / "content" / std::to_string(account_id()) / sha256.substr(0, 2) / sha256.substr(2, 2) /
           sha256;
  }
  bool IsKept(const std::string& sha256) const { return std::filesystem::exists(PathOf(sha256)); }
  bool IsKept(const File& file) const { return IsKept(file.sha256()); }
  // All of it, as of so many hours from now.
  void Collect(hours later) {
    const int64_t now = Crm().Now() + std::chrono::microseconds(later).count();
    while (collection.ForgetUploads(Crm().db(), now)) continue;
    while (collection.ForgetRemoved(Crm().db(), now)) continue;
    while (collection.CollectContent(Crm().db(), now)) continue;
  }
  int64_t Bytes() {
    return Crm().db().Query("SELECT bytes FROM file_totals WHERE account_id = ?", account_id()).at(0).Int(0);
  }
};

TEST(FileKeeping, KeepsNothingWithoutAFolder) {
  crm::FileKeeping keeping{config::v1::Crm()};
  EXPECT_FALSE(keeping.is_on());
  EXPECT_THROW(keeping.store(), rpc::Error);
}

// As when a disk has gone.
TEST(FileKeeping, SaysThatFilesAreAwayIfTheDiskFails) {
  CollectionOffice office;
  const auto file = Attach(office.anna, office.deal.id(), "пропало");
  std::filesystem::remove(office.PathOf(file.sha256()));
  const auto failure = FailureOf(office.anna, ReadingFile(file.id()));
  EXPECT_EQ(failure.reason(), "FILES_AWAY");
}

TEST(FileCollection, LeavesWhatIsNamed) {
  CollectionOffice office;
  const auto file = Attach(office.anna, office.deal.id(), "нужное");
  office.Collect(hours(10'000));
  EXPECT_EQ(ContentOf(office.anna, file.id()), "нужное");
}

TEST(FileCollection, ForgetsRemovedFilesAfterAWeek) {
  CollectionOffice office;
  const auto file = Attach(office.anna, office.deal.id(), "старое");
  const int64_t bytes = office.Bytes();
  office.anna.Call<File>(RemovingFile(file.id()));
  office.Collect(hours(24 * 6));
  office.anna.Call<File>(ReturningFile(file.id()));
  office.anna.Call<File>(RemovingFile(file.id()));
  office.Collect(hours(24 * 8));
  EXPECT_EQ(FailureOf(office.anna, ReturningFile(file.id())).reason(), "NOT_FOUND");
  EXPECT_EQ(office.Bytes(), bytes - file.size());
  EXPECT_FALSE(office.IsKept(file));
}

TEST(FileCollection, LeavesContentThatAnotherFileHas) {
  CollectionOffice office;
  const auto first = Attach(office.anna, office.deal.id(), "одно и то же", "первый.txt");
  const auto second = Attach(office.anna, office.deal.id(), "одно и то же", "второй.txt");
  EXPECT_EQ(first.sha256(), second.sha256());
  office.anna.Call<File>(RemovingFile(first.id()));
  office.Collect(hours(24 * 30));
  EXPECT_EQ(ContentOf(office.anna, second.id()), "одно и то же");
}

// Kept by a transaction that came to nothing.
TEST(FileCollection, WaitsThreeDaysWithContentThatNoFileNames) {
  CollectionOffice office;
  const crm::UploadKey upload{office.account_id(), 1'000'000};
  crm::FileStore& store = office.keeping.store();
  store.Append(upload, 0, "сирота");
  const std::string digest = store.Digest(upload, static_cast<int64_t>(std::string("сирота").size()));
  store.Keep(upload, {office.account_id(), digest});
  office.Collect(hours(70));
  EXPECT_TRUE(office.IsKept(digest));
  const auto file = Attach(office.anna, office.deal.id(), "сирота");
  office.Collect(hours(100));
  EXPECT_EQ(ContentOf(office.anna, file.id()), "сирота") << "somebody has uploaded it meanwhile";
  storage::Connection& db = Crm().db();
  db.Execute("DELETE FROM files WHERE account_id = ? AND id = ?", office.account_id(), file.id());
  office.Collect(hours(100));
  EXPECT_FALSE(office.IsKept(digest));
}

TEST(FileCollection, ForgetsUploadsAfterADay) {
  CollectionOffice office;
  const auto upload = office.anna.Call<Upload>(NewUpload(office.deal.id(), 6));
  office.anna.Call<Upload>(Part(upload.id(), 0, "abc"));
  office.Collect(hours(20));
  EXPECT_EQ(office.anna.Call<Upload>(Part(upload.id(), 3, "de")).received(), 5);
  office.Collect(hours(30));
  EXPECT_EQ(FailureOf(office.anna, Part(upload.id(), 5, "f")).reason(), "NOT_FOUND");
}

}  // namespace
}  // namespace voronka::testing
