#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"
#include "tests/crm_service/work/files/file_requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

struct UploadOffice : Office {
  const Deal deal = AnnasDeal();

  Upload Begun(int64_t size) { return anna.Call<Upload>(NewUpload(deal.id(), size)); }
  Upload Sent(int64_t upload_id, int64_t offset, const std::string& data) {
    return anna.Call<Upload>(Part(upload_id, offset, data));
  }
  int64_t ReceivedOf(int64_t upload_id) {
    GetUploadRequest request;
    request.set_upload_id(upload_id);
    return anna.Call<Upload>(request).received();
  }
};

TEST(Uploads, BecomeAFileOfTheDeal) {
  UploadOffice office;
  const auto file = Attach(office.anna, office.deal.id(), "%PDF-1.7 договор", "Договор № 1.pdf");
  EXPECT_EQ(file.name(), "Договор № 1.pdf");
  EXPECT_EQ(file.media_type(), "application/pdf");
  EXPECT_EQ(file.size(), static_cast<int64_t>(std::string("%PDF-1.7 договор").size()));
  EXPECT_EQ(file.user_id(), office.anna_id());
  EXPECT_EQ(file.sha256().size(), 64U);
  EXPECT_EQ(ContentOf(office.olga, file.id()), "%PDF-1.7 договор");
  const auto entry = office.TimelineOf(office.deal.id()).back();
  EXPECT_EQ(entry.kind(), TimelineEntry::KIND_FILE_ADDED);
  EXPECT_EQ(entry.file_id(), file.id());
  EXPECT_EQ(entry.text(), "Договор № 1.pdf");
}

TEST(Uploads, GoOnFromWhereTheyWereCut) {
  UploadOffice office;
  const auto upload = office.Begun(10);
  EXPECT_EQ(office.Sent(upload.id(), 0, "01234").received(), 5);
  EXPECT_EQ(office.Sent(upload.id(), 0, "01234").received(), 5) << "sent again";
  EXPECT_EQ(office.Sent(upload.id(), 3, "34567").received(), 8) << "what is known is skipped";
  const auto ahead = FailureOf(office.anna, Part(upload.id(), 9, "9"));
  EXPECT_EQ(ahead.reason(), "PART_MISSING");
  EXPECT_EQ(FailureOf(office.anna, Finishing(upload.id())).reason(), "UPLOAD_UNFINISHED");
  EXPECT_EQ(FailureOf(office.anna, Part(upload.id(), 8, "89x")).reason(), "PART_TOO_LONG");
  EXPECT_EQ(office.ReceivedOf(upload.id()), 8);
  office.Sent(upload.id(), 8, "89");
  const auto file = office.anna.Call<File>(Finishing(upload.id()));
  EXPECT_EQ(ContentOf(office.anna, file.id()), "0123456789");
}

// Each call has a worker, and so a connection, of its own, as in two replicas.
TEST(Uploads, TakeEachPartOnceHoweverManySendIt) {
  UploadOffice office;
  const auto upload = office.Begun(6);
  client::Client again = Crm().User(office.anna_user.login());
  EXPECT_THAT(Race({[&] { office.anna.Call<Upload>(Part(upload.id(), 0, "abcdef")); },
                    [&] { again.Call<Upload>(Part(upload.id(), 0, "abcdef")); }}),
              ElementsAre("", ""));
  EXPECT_EQ(office.ReceivedOf(upload.id()), 6);
  EXPECT_THAT(Race({[&] { office.anna.Call<File>(Finishing(upload.id())); },
                    [&] { again.Call<File>(Finishing(upload.id())); }}),
              ::testing::UnorderedElementsAre("", "NOT_FOUND"));
  EXPECT_EQ(office.anna.Call<ListFilesResponse>(FilesOf(ENTITY_DEAL, office.deal.id())).files_size(), 1);
}

TEST(Uploads, AreNobodyElses) {
  UploadOffice office;
  const auto upload = office.Begun(1);
  EXPECT_EQ(FailureOf(office.boris, Part(upload.id(), 0, "a")).reason(), "NOT_FOUND");
  EXPECT_EQ(FailureOf(office.olga, Finishing(upload.id())).reason(), "NOT_FOUND");
}

TEST(Uploads, HaveNamesThatEveryMachineTakes) {
  UploadOffice office;
  for (const std::string name : {"../../etc/passwd", "a/b", "C:\\autoexec.bat", ".", "..", "счёт\u202Efdp.exe"}) {
    EXPECT_THAT(ViolationsOf(office.anna, NewUpload(office.deal.id(), 1, name)),
                ElementsAre("BAD_FILE_NAME at upload.name"))
        << name;
  }
  std::string long_name;
  for (int i = 0; i < 128; ++i) long_name += "я";
  EXPECT_THAT(ViolationsOf(office.anna, NewUpload(office.deal.id(), 1, long_name)),
              ElementsAre("BAD_FILE_NAME at upload.name"));
  EXPECT_EQ(office.anna.Call<Upload>(NewUpload(office.deal.id(), 1, "Счёт «Ромашка» 🙂.xlsx")).name(),
            "Счёт «Ромашка» 🙂.xlsx");
}

TEST(Uploads, AreRefusedBeforeTheyBeginIfTheyAreTooLarge) {
  UploadOffice office;
  EXPECT_EQ(FailureOf(office.anna, NewUpload(office.deal.id(), kLargestFile + 1)).reason(), "FILE_TOO_LARGE");
  const auto listed = office.anna.Call<ListFilesResponse>(FilesOf(ENTITY_DEAL, office.deal.id()));
  EXPECT_EQ(listed.largest_size(), kLargestFile);
}

TEST(Uploads, AreRefusedWhenTheAccountIsFull) {
  UploadOffice office;
  Attach(office.anna, office.deal.id(), std::string(kLargestFile, 'a'));
  EXPECT_EQ(FailureOf(office.anna, NewUpload(office.deal.id(), kMostFiles - kLargestFile + 1)).reason(),
            "STORAGE_FULL");
  office.Begun(kMostFiles - kLargestFile);
  EXPECT_EQ(FailureOf(office.anna, NewUpload(office.deal.id(), 1)).reason(), "STORAGE_FULL")
      << "what is on its way counts, too";
}

TEST(Uploads, CanBeGivenUp) {
  UploadOffice office;
  const auto upload = office.Begun(3);
  office.Sent(upload.id(), 0, "abc");
  DeleteUploadRequest request;
  request.set_upload_id(upload.id());
  office.anna.Call<google::protobuf::Empty>(request);
  EXPECT_EQ(FailureOf(office.anna, Finishing(upload.id())).reason(), "NOT_FOUND");
  const auto part =
      Crm().files() / "uploads" / (std::to_string(office.account_id()) + "-" + std::to_string(upload.id()));
  EXPECT_FALSE(std::filesystem::exists(part));
}

}  // namespace
}  // namespace voronka::testing
