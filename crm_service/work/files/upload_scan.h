#pragma once

#include "crm_service/work/files/file_keeping.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

// Throws FAILED_PRECONDITION (FILE_INFECTED) if the scanner finds something in an upload that has arrived whole, and
// UNAVAILABLE (SCANNER_AWAY) if it does not say. Without a scanner, nothing is found.
void RequireClean(const UploadKey& key, const v1::Upload& upload, FileKeeping& keeping);

}  // namespace voronka::crm
