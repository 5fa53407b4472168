#pragma once

#include <cstdint>

#include "foundation/rpc/calls/table.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

// The table `uploads`. Nobody but whoever began an upload is told of it, so the log has none of its parts.
class Uploads : public rpc::Table<v1::Upload> {
 public:
  using Table::Table;

  v1::Upload Add(v1::Upload upload);
  // It must be locked.
  void Save(const v1::Upload& upload) { UpdateRow(upload); }
  void Remove(int64_t upload_id);

  // Bytes of all that the account's users have begun.
  int64_t AnnouncedBytes();
};

}  // namespace voronka::crm
