#include "crm_service/work/files/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "tests/crm_service/fake_clamd.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/work/files/file_requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

// Piece by piece.
std::function<std::string()> Pieces(std::vector<std::string> pieces) {
  return [pieces = std::move(pieces), at = size_t{0}]() mutable { return at < pieces.size() ? pieces[at++] : ""; };
}

class ScannerTest : public ::testing::Test {
 protected:
  ScannerTest() { std::filesystem::create_directory(folder_); }
  ~ScannerTest() override { std::filesystem::remove_all(folder_); }

  std::string WhyAway(std::vector<std::string> pieces) {
    try {
      scanner_.FoundIn(Pieces(std::move(pieces)));
    } catch (const crm::ScannerAway& away) {
      return away.what();
    }
    return "";
  }

  const std::filesystem::path folder_ = Crm().files().parent_path() / "scanner";
  crm::Scanner scanner_{(folder_ / "ctl").string()};
};

TEST_F(ScannerTest, FindsWhatIsSpreadOverPieces) {
  const FakeClamd clamd(folder_ / "ctl");
  EXPECT_EQ(scanner_.FoundIn(Pieces({"договор"})), "");
  EXPECT_EQ(scanner_.FoundIn(Pieces({"до " + kEicar.substr(0, 10), kEicar.substr(10), " после"})), "Eicar-Signature");
  EXPECT_EQ(scanner_.FoundIn(Pieces({std::string(300'000, 'a'), std::string(300'000, 'b')})), "");
}

TEST_F(ScannerTest, SaysWhyNothingIsKnown) {
  EXPECT_THAT(WhyAway({"a"}), ::testing::HasSubstr("ctl"));
  FakeClamd clamd(folder_ / "ctl", 1000);
  EXPECT_EQ(WhyAway({std::string(2000, 'a')}), "INSTREAM size limit exceeded. ERROR");
  clamd.set_away(true);
  EXPECT_NE(WhyAway({"a"}), "");
}

TEST_F(ScannerTest, DoesNotTakeABeginningForTheWhole) {
  FakeClamd clamd(folder_ / "ctl");
  clamd.set_hasty(true);
  // More than a socket holds.
  EXPECT_EQ(WhyAway({std::string(10'000'000, 'a')}), "it has not taken all of the content");
}

TEST_F(ScannerTest, WaitsForAWholeScanNoLongerThanItMay) {
  const FakeClamd clamd(folder_ / "ctl");
  crm::Scanner impatient((folder_ / "ctl").string(), std::chrono::milliseconds(50));
  const auto never_over = [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return std::string("a");
  };
  EXPECT_THROW(impatient.FoundIn(never_over), crm::ScannerAway);
}

struct ScannedOffice : Office {
  const Deal deal = AnnasDeal();

  int64_t Sent(const std::string& content) {
    const auto upload = anna.Call<Upload>(NewUpload(deal.id(), static_cast<int64_t>(content.size())));
    anna.Call<Upload>(Part(upload.id(), 0, content));
    return upload.id();
  }
  int FileCount() { return anna.Call<ListFilesResponse>(FilesOf(ENTITY_DEAL, deal.id())).files_size(); }
};

TEST(ScannedUploads, BecomeNoFileIfSomethingIsFound) {
  ScannedOffice office;
  const auto failure = FailureOf(office.anna, Finishing(office.Sent("счёт " + kEicar)));
  EXPECT_EQ(failure.reason(), "FILE_INFECTED");
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_THAT(failure.what(), ::testing::HasSubstr("Eicar-Signature"));
  EXPECT_EQ(office.FileCount(), 0);
}

TEST(ScannedUploads, CanBeFinishedOnceTheScannerIsBack) {
  ScannedOffice office;
  const int64_t upload_id = office.Sent("счёт");
  Crm().scanner().set_away(true);
  EXPECT_EQ(FailureOf(office.anna, Finishing(upload_id)).reason(), "SCANNER_AWAY");
  EXPECT_EQ(office.FileCount(), 0);
  Crm().scanner().set_away(false);
  EXPECT_EQ(ContentOf(office.anna, office.anna.Call<File>(Finishing(upload_id)).id()), "счёт");
}

// The upload is gone by then, and so may be the scanner.
TEST(ScannedUploads, AreFinishedOnce) {
  ScannedOffice office;
  auto request = Finishing(office.Sent("счёт"));
  request.set_request_id("finish");
  const auto file = office.anna.Call<File>(request);
  Crm().scanner().set_away(true);
  EXPECT_EQ(office.anna.Call<File>(request).id(), file.id());
  Crm().scanner().set_away(false);
  EXPECT_EQ(office.FileCount(), 1);
}

TEST(ScannedUploads, AreNotScannedInPart) {
  ScannedOffice office;
  const auto upload = office.anna.Call<Upload>(NewUpload(office.deal.id(), 10));
  const int scans = Crm().scanner().scans();
  EXPECT_EQ(FailureOf(office.anna, Finishing(upload.id())).reason(), "UPLOAD_UNFINISHED");
  EXPECT_EQ(FailureOf(office.boris, Finishing(office.Sent("чужой"))).reason(), "NOT_FOUND");
  EXPECT_EQ(Crm().scanner().scans(), scans);
}

}  // namespace
}  // namespace voronka::testing
